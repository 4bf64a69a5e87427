"""Words, patterns and wordings of language/, as YAML files; read by recruiter_kit.language.lexicons."""
