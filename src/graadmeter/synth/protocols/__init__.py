"""Made-up deliveries by protocol (CBS records, Veilig Thuis, the statutory record) and the truth behind them."""
