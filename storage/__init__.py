"""The cellar: SQL and nothing else."""
