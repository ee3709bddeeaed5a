"""Youth help counted under any counting rule, and the difference between two rules by cause."""
