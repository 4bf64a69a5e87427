from recruiter_kit.intake.scales import criterion_id


def test_ids_keep_apart_what_is_different() -> None:
    assert criterion_id("Data  Modelling") == "data-modelling"
    assert len({criterion_id(name) for name in ("C", "C++", "C#")}) == 3
    assert criterion_id("x" * 250) != criterion_id("x" * 251)
    assert len(criterion_id("x" * 300)) <= 200
