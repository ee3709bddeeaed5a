"""One delivery after another: from received bytes to stored, pseudonymised events, and what checks say of them."""
