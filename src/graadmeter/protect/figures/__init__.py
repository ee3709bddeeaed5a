"""The figures that leave: shares of what is shown, figures from rows, rounded ones, mirrors and parts for insiders."""
