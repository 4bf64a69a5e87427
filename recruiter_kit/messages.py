"""Every sentence that an error, a notice or a left-out line shows to the person at the keyboard.

In: a key and its fields. Out: the sentence. Kept together so that the same trouble is
described in the same words in the report, on the terminal and on a page.
"""

TEXTS: dict[str, str] = {
    # Files
    "file_missing": "there is no such file; give the path of an export",
    "file_empty": "the file is empty; expected an export with at least one application",
    "file_too_large": "the file has {size} MB, more than the {limit} MB that are read at once; "
    "split the export",
    "file_unreadable": "the file could not be read ({reason})",
    "not_utf8": "byte {offset} is not UTF-8; save the file as UTF-8 and try again",
    "not_json": "this is not JSON: {reason} at line {line}, column {column}",
    "json_too_deep": "the values are nested more than {limit} deep; no export is, so the file is broken",
    "json_duplicate_key": "the key {repeated} stands twice in one object; remove one of them",
    "not_yaml": "this is not YAML: {reason} at line {line}, column {column}",
    "workbook_too_large": "the workbook unpacks to more than {limit} MB; it is damaged or "
    "not a scorecard table",
    "unknown_source": "this is no source that can be read; expected recruiter-kit/1, Greenhouse Harvest v1, "
    "Lever feedback forms or the scorecard table (docs/formats.md)",
    "no_files": "no file was given; give the path of at least one export",
    "no_applications": "there is no application with a scorecard in it{why}; expected an export with "
    "at least one",
    "nothing_inside": "the list is empty; nothing was read from it",
    "wrong_kind": "this is {found}; expected a {expected}",
    "file_is_folder": "this is a folder; give the path of a file",
    "file_is_special": "this is no ordinary file; save it to the disk first",
    "json_too_many": "there are more than {limit} values in it; split the export",
    "not_finite": "a number in it is endless, no number (NaN) or has thousands of digits; "
    "expected an ordinary number",
    "not_plain": "a value of the kind {found} was found; expected text, numbers, lists and objects only",
    "yaml_alias": "there is an anchor or alias (& or *) in line {line}, and they are not read; write "
    "the value out",
    "yaml_tab": "there is a tab where spaces should be at line {line}, column {column}; indent with spaces",
    "yaml_tag": "there is a tag (!!) that does not fit its value; leave the tag out",
    "yaml_too_long": "the file is longer than the {limit} characters of YAML that are read; save it as JSON",
    "cleaned": "control characters were taken out of texts, of this one first ({count} in all)",
    # Tables
    "not_csv": "this is not CSV: {reason} near line {line}; check the quotation marks",
    "workbook_old": "this is an old XLS workbook, or one locked with a password; save it as XLSX without one",
    "workbook_damaged": "a part of the workbook is damaged, locked or forbidden; open it and save it "
    "again as XLSX",
    "no_table_in_workbook": "no sheet begins with the headings of docs/formats.md; the sheets are: {sheets}",
    "sheets_left_out": "the sheet {read} was read; left out: {others}",
    "too_many_rows": "there are more than {limit} rows; split the table",
    "column_twice": "the heading {column} stands twice; remove one of the columns",
    "columns_missing": "the table lacks columns; expected also {columns}",
    "columns_left_out": "columns that the table does not have by docs/formats.md were left out: {columns}",
    "row": "row {row}",
    "cell": "row {row}, column {column}",
    "row_too_wide": "the row has more cells than there are headings; check its separators",
    "row_twice": "the row stands twice; it was read once",
    "rows_differ": "{text} was found, but {other} stands in {first}; make them the same",
    "formula": "the cell {cell} holds a formula or an error, and formulas are not computed; "
    "paste its value in its place",
    # What was found, and what was expected
    "found_null": "nothing (null)",
    "found_blank": "an empty text",
    "found_boolean": "true or false",
    "found_list": "a list",
    "found_object": "an object",
    "expected_value": "a value",
    "expected_other": "another value (docs/formats.md)",
    "expected_text": "text",
    "expected_filled": "text that is not empty",
    "expected_shorter": "text of at most {limit} characters",
    "expected_address": "text such as name@example.org",
    "expected_number": "a number",
    "expected_whole_number": "a whole number",
    "expected_above": "a number above {limit}",
    "expected_from": "a number from {limit}",
    "expected_below": "a number below {limit}",
    "expected_to": "a number up to {limit}",
    "expected_boolean": "true or false",
    "expected_date": "a date such as 2026-11-12",
    "expected_time": "a time such as 2026-11-09T11:00:00Z",
    "expected_list": "a list",
    "expected_object": "an object",
    "expected_one_of": "one of {words}",
    "expected_for_id": "an id, which is text",
    "expected_for_application": "the id of an application",
    "expected_for_role": "the id of a role",
    "expected_for_criterion": "a criterion of the role",
    "expected_for_candidate": "an object with given_name, family_name or both",
    "expected_for_interviewer": "the interviewer's name, or an id in the column scorecard",
    "expected_for_title": "the title of the role",
    "expected_for_name": "a name",
    "expected_for_outcome": "not_offered",
    "expected_for_reason": "one of below_bar, close_call, missing_requirement, role_closed, "
    "internal_candidate, withdrew, other",
    "expected_for_decided_by": "the name of the person who decided",
    # Values
    "wrong_type": "{found} was found; expected {expected}",
    "missing_field": "the field is missing; expected {expected}",
    "unknown_field": "the field is not part of the format; expected one of {expected}",
    "unknown_role": "the role {role} is not in the files; expected one of {expected}",
    "unknown_criterion": "the criterion {criterion} is not in the role {role}; expected one of {expected}",
    "level_outside_scale": "the level {level} is outside the scale of the role {role}; expected a number "
    "from {lowest} to {highest}",
    "required_outside_scale": "the required level {level} is outside the scale; expected a number from "
    "{lowest} to {highest}",
    "level_text_outside_scale": "there is a text for level {level}, which is outside the scale; expected "
    "levels from {lowest} to {highest}",
    "scale_upside_down": "the lowest level {lowest} is not below the highest {highest}",
    "duplicate_id": "the id {id} stands twice; expected each id once",
    "scorecard_twice_differs": "the scorecard {id} stands twice and the two differ; keep the right one",
    "no_name": "the candidate has no name; expected given_name, family_name or both",
    # Exports of applicant tracking systems
    "unknown_object": "this object is of no kind that is read; it was left out",
    "unknown_level": "the level “{literal}” of {criterion} is not on the scale; it counts as not assessed",
    "unknown_recommendation": "the recommendation “{literal}” is not on the scale; it counts as not given",
    "unknown_time": "{literal} is no time in milliseconds; the scorecard has none",
    "attribute_without_name": "a level or note has no criterion's name; it was left out",
    "scores_unnamed": "the levels have no list of names beside them; they were left out",
    "scores_unequal": "there are {values} levels for {names} names, and they belong together by "
    "position only; "
    "they were left out",
    "answers_left_out": "answers that are no free text were left out: {questions}",
    "private_in_note": "what stands in the private note too was taken out of the notes (R9)",
    "draft": "the scorecard is a draft; it was left out",
    "deleted": "the scorecard was deleted in the source; it was left out",
    "form_empty": "the form has neither a level nor a text; it was left out",
    "lever_note": "a note on the profile is no scorecard; it was left out",
    "more_pages": "there are more pages (hasNext); add the others, or scorecards may be lacking",
    "rejection_left_out": "the export says why it was closed: {reason}; that is no decision by a "
    "named person with "
    "its criteria (R1), so it was left out",
    "without_scorecards": "applications without a scorecard were left out ({count} in all): {ids}",
    "object_twice_differs": "the object stands in the files twice and the two differ; keep the newer export",
    "application_absent": "the application {application} is not in the files; add the export of the "
    "applications",
    "candidate_absent": "the candidate {candidate} is not in the files; add the export of the candidates",
    "candidate_mixed": "the scorecard is of candidate {candidate} but its application of {other}; "
    "two people are never mixed",
    "jobs_not_one": "the application is for {count} jobs; expected exactly one, with id and name",
    "form_without_opportunity": "nothing says which opportunity the form belongs to; wrap the forms as "
    '{{"opportunity": "id", "data": […]}} or add the one opportunity (docs/formats.md)',
    "opportunity_absent": "the opportunity {opportunity} is not in the files; add the export of the "
    "opportunities",
    "posting_unknown": "nothing says which posting the opportunity {opportunity} is for; add the "
    "export of its "
    "applications",
    "postings_several": "the opportunity is for several postings ({postings}); expected exactly one",
    "posting_absent": "the posting {posting} is not in the files; add the export of the postings",
    "users_absent": "the interviewer's name is not in the files ({count} scorecards); add the export "
    "of the users, so that names are kept out of the feedback (R9)",
    # Several sources together
    "role_broken": "the role {role} cannot be used, so this application cannot either; see the "
    "errors of the role",
    "no_roles": "the role {role} is not in the files, and no other role is; add a role file",
    "role_twice_differs": "the role {role} stands twice and the two differ; keep the right one",
    "role_differs": "the role file and {file} differ in {what}{values}; make them the same",
    "role_unmatched": "the role {role} is not in the role file, which has {titles}; give both the "
    "same id or title",
    "roles_unused": "no application is for these roles of the role file: {titles}",
    "ratings_off_list": "ratings on criteria that are not published for the role were left out (R3, "
    "{count} in all): {criteria}",
    "application_twice": "the application stands in {other} too, and is the same; it was read once",
    "application_twice_differs": "the application {application} stands in {other} too, and the two differ; "
    "keep the right one",
    "scorecard_twice": "the scorecard {id} stands twice and is the same; it was read once",
    "rated_twice": "the criterion {criterion} is rated twice in one scorecard; keep one rating",
    "decision_for_unknown": "there is a decision for the application {application}, which is not in "
    "the files "
    "or has no scorecards; check its id",
    "decision_twice": "the decision stands in {other} too, and is the same; it was read once",
    "decisions_differ": "there is another decision on the same application in {other}, and the two differ; "
    "keep the one that was taken",
    "lacking_of_role": "for the role {role}: {what}",
    "lacking_organisation": "the organisation (or name it in the standard)",
    "lacking_criteria": "its criteria",
    "lacking_everywhere": "every criterion",
    "lacking_kind": "the kind of {criteria}",
    "lacking_required": "the required level of {criteria}",
    "lacking_text": "the text for the required level of {criteria}",
    "lacking_advice": "advice for {criteria}",
    # Decisions and completeness
    "undecided": "no decision by a named person is recorded for the application {application}, so nothing is "
    "drafted (R1); record outcome, reason, decided_by and decided_on in the export or in a --decisions file",
    "no_scorecards": "the application {application} has no scorecards; every reason rests on what an "
    "interviewer wrote (R2), so there is nothing to word",
    "lacking": "the sources together still lack {what}; add a role file or complete the export",
    "needs_decisive": "the decision of the application {application} names no decisive criterion; "
    "expected at least one for the reason {reason}",
    # Working on many applications
    "worker_died": "the process that worked on it was stopped by the machine, perhaps for want of memory; "
    "run it again with --only",
    "unexpected": "the software failed on it ({kind}); please report this with the shape of the scorecard",
    "not_written": "its files could not be written ({reason})",
    "no_folder": "this folder cannot be made ({reason}); name another place",
    "not_chosen": "no application has {text} in its id or its candidate's name",
    "unknown_format": "{format} is no format; expected one or more of {expected}, separated by commas",
    # The app
    "app_not_done": "That could not be done",
    "app_value": "{field} cannot be kept: {why}",
    "app_busy": "the database is busy, perhaps with an import; nothing was changed; try again in a moment",
    "app_forged": "the page was open for too long or came from elsewhere; go back, copy your text, load the "
    "page again",
    "app_not_allowed": "your account may not do this; ask an administrator of the app",
    "app_not_there": "there is no such page",
    "app_too_large": "the file is larger than 64 MB; split the export",
    "app_trouble": "something went wrong here; it stands in the log of the app, without any names",
    # Documents
    "reaches_outside": "a document tried to read a file or an address that is not its own",
    "template_broken": "{file}, line {line}: {reason}",
    "template_unknown": "there is no template {name}; expected one of {expected}",
    "template_there": "{file} is there already; change it, or add --force to begin anew",
    "logo_unusable": "{file}: the logo cannot be used; expected a PNG or JPEG of at most {limit} kB "
    "in {folder}",
    "not_drawn": "no font on this machine can draw {signs} in the candidate's name; install one that "
    "can, for example Noto (recruiter-kit doctor)",
    # Texts to check
    "not_feedback": "this is no feedback.json; expected a file that recruiter-kit feedback has written",
    "not_checked": "files of the kind {suffix} are not checked; expected .txt, .md, .html, .eml, .docx "
    "or feedback.json",
    "not_text": "this is no text; expected UTF-8 text, or a .docx, .eml or .html file with its ending",
    "charset_unknown": "its character set {charset} is not known; save it as UTF-8",
    "charset_wrong": "its text is not in the character set {charset} that it names",
    "text_too_large": "it is larger than {limit} MB, far more than a letter",
    "not_word": "this is no Word document that can be read: it is broken, locked or not a .docx file",
    "not_mail": "this is no e-mail; expected an .eml file, which begins with headers such as Subject:",
    "mail_without_text": "the e-mail has no text of its own, only attachments",
    # Notes at entry
    "entry_withheld": "It cannot be used: {reason}.",
    "entry_leave_out": "Leave it out of the note; if it must be recorded, tell the person responsible.",
    "entry_incomplete": "It cannot be told as it stands: {reason}.",
    "entry_reasons": "it and reasons.yaml must have the same reasons; only one has {reasons}",
    # Suppressing a finding
    "suppressing_never": "findings of the label {label} cannot be suppressed; change the text",
    "suppressing_reason": "a finding is suppressed for a reason; expected a sentence",
    "suppressing_name": "a finding is suppressed by a person; expected a name",
    "suppressing_nothing": "the finding is on words that the feedback does not hold; check it again",
    "statement": "statement {id}",
    # Composing
    "data_keys": "the groups of the file are not the expected ones; expected {expected}",
    "wording_line": "line {line}: {place}",
    "wording_variants": "a sentence or a list of different sentences was expected",
    "wording_key": "wording: {sentence} is not a sentence that a house can word; expected one of {expected}",
    "wording_fields": "wording: {sentence}: the names in braces must be exactly {expected}",
    "wording_no_field": "none",
    "wording_empty": "wording: {sentence}: at least one sentence was expected",
    "answer_before_dispute": "answer_days is {answer}; expected {dispute} (dispute_days) or more",
    "country_code": "{code} was found; expected two capital letters, as in GB or DE (ISO 3166)",
    "policy_twice": "policies: two entries name the same stage and country; expected one of them",
    "data_fields": "the field {unknown} is not known here; expected {expected}",
    "not_seen": "nobody wrote what was seen for {criterion}, so it is not told as a gap; ask for one thing "
    "that the candidate did or did not do (scorecards {scorecards})",
    "no_level_text": "the role has no text for level {level} of {criterion}, so what the role needs cannot "
    "be said; add it to the role file",
    "no_advice": "the role has no advice for {criterion}, so what would help cannot be said; add it to the "
    "role file",
    "decisive_at_bar": "the decision rests on {criterion}, but the panel's levels meet what the role needs "
    "(R4); ask {decided_by} which of the two is right",
    "decisive_not_assessed": "the decision rests on {criterion}, but no scorecard has a level for it; ask "
    "{decided_by} what it rests on",
    "below_in_close_call": "the reason recorded says that nothing was below the bar, but {criterion} "
    "is (R4); ask {decided_by} which of the two is right",
    "candour_whole": "the feedback as a whole",
    "candour_sweet": "{where}: a reader would take it for {levels} levels better than the panel did",
    "candour_harsh": "{where}: a reader would take it for {levels} levels worse than the panel did",
    "too_close": "the panel's levels are too close to call; one more independent interview would settle it "
    "before a letter with gaps goes out",
    "reason_untold": "the decision rests on another reason, which the letter does not tell; put it into "
    "words, or record the criteria that decided it",
    "unseen_told": "this says that nobody wrote anything on {criterion}, and the letter tells what was seen "
    "on it; reword it or drop it",
    "no_sender": "the standard names no sender, so nobody signs and nobody answers a disputed fact; add "
    "sender to the standard",
    "contradicts_level": "the note and the panel's levels on {criterion} point in opposite directions (R4)",
    "no_evidence": "it is {label}, not something that was seen (docs/rules.md)",
    "off_list": "the sentence is not tied to a published criterion of the role (R3)",
    # Checking
    "rule_pattern": "{pattern!r} is not a regular expression: {reason}",
    "rule_nested": "{pattern!r} repeats a repetition, which can take endless time; write it without",
    "rule_lacks": "a rule of the kind {kind} needs {field}",
    "rule_list": "this is no rule file; expected a list of rules under the key rules",
    "rule_field": "the key {field} does not belong at the head of a rule file",
    "rule_unknown": "also names {rule}, which is no conditional rule of these files",
    "rule_word": "<{word}> is not in words.yaml",
    "rule_not_there": "{name} is neither a label nor a rule; expected a rule (recruiter-kit rules list) or "
    "one of {expected}",
    "rule_not_text": "{value!r} is no text; put the pattern in quotation marks",
    "rule_no_id": "a rule is a mapping with an id",
    "rule_ways": "ways are worked out from the patterns and cannot be given",
    "rule_twice": "there is another rule of this id; give each rule its own",
    "rule_off_unknown": "off names a rule that does not exist, so there is nothing to turn off",
    "rule_never_off": "a house may reword a rule of the label {label}, but not change what it finds, weaken "
    "it or turn it off",
    "rule_examples": "{side} has {count} sentences; expected at least {fewest}",
    "rule_not_found": "its example is not found where it is marked: {text!r}",
    "rule_found": "its example is found and must not be: {text!r}",
    "rule_token": "a token needs word, but or tags, and least is not above most",
    "rule_order": "in_order reads a whole text; its scope is document",
    "rule_scope": "a rule of the kind {kind} reads a whole text; its scope is document",
    "rule_unreadable": "it cannot be read",
    "rule_line": "line {line}, rule {rule}",
    "checked_name": "it names another person, and nobody but the candidate and the sender is named (R7, R9)",
    "checked_name_better": "say “an interviewer”, or leave the name out",
    "checked_no_source": "it rests on no observation, so nobody can show that it is true (R2)",
    "checked_no_needs": "the gap on {criterion} does not say what the role needs",
    "checked_no_seen": "the gap on {criterion} does not say what was seen; without it, it may not be told",
    "checked_no_advice": "the gap on {criterion} does not say what would help next time",
    "checked_gap_at_bar": "it is told as a gap, but the panel's levels on {criterion} meet what the role "
    "needs (R4)",
    "checked_praise_below": "it is told as a strength, but the panel's levels on {criterion} are below what "
    "the role needs (R4)",
    "checked_praise_first": "it praises before the decision is told; until the decision comes, nothing else "
    "is heard",
    "checked_praise_around": "there is praise before and after the gaps, so the praise is remembered and "
    "they are not",
    "checked_praise_better": "tell all strengths together, after the gaps",
    "checked_coverage": "the gaps that are told make up {share} of what was below the bar; at least 70% is "
    "told, or the letter reads better than the scorecards",
    "checked_heaviest": "the criterion that weighed most in the decision, {criterion}, is not told as a gap",
    # The store
    "store_unusable": "{file} cannot be used as the database ({reason})",
    "store_newer": "{file} was written by a newer version of Recruiter Kit (it holds {migration}); install "
    "that version, or start with a backup from before",
    "store_no_application": "there is no application {application}",
    "store_no_role": "there is no role {role}",
    "store_no_change": "no change of the application {application} waits to be accepted",
    "store_no_version": "there is no version {version} of this feedback",
    "store_conflict": "{by} has saved version {version} in the meantime; look at it first",
    "store_other_decision": "the decision on record is not the one that this feedback tells; draft it again",
    "store_changed_since": "the scorecards, the candidate's data or the role's criteria have changed since "
    "these words were written; draft them anew, or save them again once you have looked",
    "card_empty": "A level, a note or a recommendation is needed.",
    "store_found_wrong": "a fact in these words was found wrong; put it right before they are approved again",
    "store_decisive_unknown": "the role does not have the criteria {criteria} (R3); record the decision with "
    "its own",
    "store_words_stand": "the candidate has been told, so the words stand; write down a dispute, or answer "
    "the one that is open, before they are changed",
    "store_change_newer": "another file has come in meanwhile; look at the change again",
    "store_dispute_what": "write down what is wrong, in the candidate's words",
    "mail_changed": "what it rests on has changed, or somebody asked for changes",
    "mail_held": "the application is on hold",
    "mail_disputed": "the candidate says that a fact in it is wrong",
    "store_mail_first": "an e-mail is under way; take it back before the address is changed",
    "store_decision_told": (
        "the candidate has been told or is being told, so the decision stands and the scorecards too"
    ),
    "call_disputed_what": "Write down which fact is said to be wrong, and how it was.",
    "manager_roles": "Name at least one role: a hiring manager sees the applications of these roles only.",
    "decision_day": "A decision is recorded once it was taken; this day lies ahead, or before the year 2000.",
    "decision_needs_decisive": "With this reason, say which criteria decided it: the letter tells those.",
    "store_decision_note": "there is a draft already; say in a note why the decision changes (R1)",
    "store_no_source": "a statement from the scorecards has no source, so it cannot be approved (R2)",
    "store_errors": "a check finds {count} that cannot be approved; the first: {first}",
    "store_day_over": "the letter asks to object by {day}, which is over; draft it anew or name another day",
    "store_second_person": "you have approved it already; the second approval is another person's (R15)",
    "store_changes_note": "say in a note what to change",
    "store_claimed": "{by} is telling this candidate (R14); ask them, or take it over first",
    "store_told": "the candidate has been told already; nobody is told twice",
    "store_held": "the application is on hold (R23); the named contact decides what happens next",
    "store_live_elsewhere": "the candidate has other live applications ({count}); say that you know (R17)",
    "store_no_dispute": "there is no such dispute",
    "store_nothing_to_dispute": "there is no feedback yet that could be wrong",
    "store_dispute_answered": "this dispute is answered already",
    "store_dispute_words": "say in words what was found, for the candidate gets them as the answer",
    "kept_apart": "[kept apart]",
    "store_off_scale": "the level {level} is not on the scale of the role",
    "columns_twice": "two headings cannot both hold: {columns}",
    "columns_incomplete": "something that is needed is not named yet; see below the table",
    "adding_long": "a statement may have {most} characters at most",
    "adding_words": "there are no words to add",
    "adding_source": "choose what it rests on, or say why it may stand without a source (R2)",
    "many_count": "type the number of messages, {count}, to send them (R16)",
    "provider_away": "the house's sign-in does not answer; try again, or sign in with a password",
    "provider_failed": "the house's sign-in did not vouch for you; try again",
    "provider_stranger": "nobody here has this account; ask an administrator of the app to let you in",
    "restore_damaged": "{file} is no sound backup of Recruiter Kit, so nothing was changed",
    "mail_restored": "a backup was put back since; was it sent? check the mailbox",
    "restore_failed": "{file} was not restored ({reason}); stop the app and try again",
    "upload_gone": "these files are not here any more; drop them again",
    "upload_kept": "these files are being kept or are kept already",
    "store_not_held": "the application is not on hold",
    "store_hold_note": "say in a note why the hold ends",
    "store_mail_under_way": "an e-mail to the candidate is under way or has left",
    "store_not_approved": "the newest version is not approved, so it cannot be told",
    "mail_field": "the message has no {field}, so it cannot be sent (R16)",
    "mail_address": "{address} is no address that mail can be sent to",
    "mail_draft": "this is the message of version {version}, which is not the approved one",
    "mail_gone": "the message is not waiting any more, so it cannot be cancelled",
    "mail_settled": "nobody has to say any more whether this message was sent",
    "mail_just_now": "the message is being sent just now; look again in {minutes} minutes",
    "mail_unsure": "the connection broke before the server's answer came; was it sent? check the mailbox",
    "settings": "{problem}; docs/operating.md has an example",
    "mail_open": "a password and letters are not sent to {host} unencrypted; set security to starttls or tls",
    "user_taken": "there is a person with the address {email} already",
    "user_unknown": "there is no person {user}",
    "user_last_administrator": "somebody has to stay administrator; make another one first",
    "link_over": "this link was used already or is too old; ask for a new one",
    "sign_in_wrong": "the e-mail address or the password is wrong",
    "sign_in_braked": "too many sign-ins failed; try again in {minutes} minutes",
    "password_length": "a password has {fewest} to {most} characters; a sentence is easy to remember",
    "rights_missing": "it does not say who has the right to {rights}",
    "backup_same": "the backup needs a file of its own, not the database itself",
    "store_missing": "there is no database {file}; import an export first, or name its folder in {variable}",
    "backup_failed": "the backup {file} could not be written ({reason})",
}


def say(key: str, **fields: object) -> str:
    """Return the sentence for `key` with its fields filled in.

    Raises KeyError for an unknown key or a missing field: both are defects of the program.
    """
    return TEXTS[key].format(**fields)
