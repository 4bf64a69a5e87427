-- Names are looked for without their marks (store/folding.py).
UPDATE applications SET candidate_name_folded = folded(candidate_name);
