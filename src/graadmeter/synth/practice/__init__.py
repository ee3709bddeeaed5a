"""Practice deliveries: for every check of the catalogue a delivery in which its fault stands, and the list of them.

They lie beside the inbox, in `oefening/`, and count nowhere. Deliverers can try the checks on them, and tests prove
that every fault is found when it comes the whole way: written as file or message, packed, read, typed and judged among
all others. The faults are the faulty rows of the catalogue, so a new check has its planted fault from the first day.
"""
