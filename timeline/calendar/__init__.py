"""What can be done with intervals on the calendar: finding dates, moving them, taking portions of them, holidays."""
