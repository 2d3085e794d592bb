"""The desk's figures as pages: what is asked, tables of typed cells, charts, and files to take."""
