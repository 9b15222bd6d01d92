"""What waits for one person: a module for each kind of work, gathered for the home and the mail."""
