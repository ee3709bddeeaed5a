"""The edge in: received bytes become a delivery session, and a session becomes raw tables of text plus findings."""
