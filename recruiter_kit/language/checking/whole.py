def findings(feedback, people=()):
    return ()
