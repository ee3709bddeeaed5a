"""The audit: attacks what is about to be published as an outsider would. Other code than the engine's, fails closed.

`audit.examine.audit` attacks any system of cells and sums; `audit.release.audit_release` reads published cells, derives
the sums afresh from the definitions, attacks, and checks the engine's proofs.
"""
