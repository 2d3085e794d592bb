"""The demo: a month of a complaint desk, played through the steps of the service, by its clocks."""
