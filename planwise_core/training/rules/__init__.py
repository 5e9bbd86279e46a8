"""The rules a careful coach keeps, one room per theme. `training.checks` holds the table and asks them all."""
