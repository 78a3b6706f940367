"""The fonds profile as text and back."""

import pytest

from app.domain.archival import (
    FondsProfile,
    NumberingPeriod,
    NumberingScheme,
    Office,
    PredecessorBody,
    RetentionPeriod,
)
from app.errors import AppError
from app.transfer.profile import profile_from_toml, profile_to_toml

PROFILES = [
    FondsProfile("0042", "临湖县人民政府办公室"),
    FondsProfile(
        "Z109",
        '带"引号"的名称',
        transferring_unit="临湖县人民政府办公室",
        archives_name="临湖县档案馆",
        archives_code="433210",
        offices=(Office("MSK", "秘书科"), Office("ZHK", "综合科")),
        periods=(
            NumberingPeriod(2000, 2014, NumberingScheme.DAT_22_2000, prints_office_name=True),
            NumberingPeriod(2015, None, NumberingScheme.DAT_22_2015, digits=5),
        ),
        predecessors=(PredecessorBody("临湖县经济委员会", "0017", 2000, 2004),),
        retention_codes={**FondsProfile("", "").retention_codes, RetentionPeriod.SHORT: "DQ"},
    ),
]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_survives_its_text(profile: FondsProfile) -> None:
    assert profile_from_toml(profile_to_toml(profile)) == profile


def test_overlapping_periods_are_refused_by_name() -> None:
    periods = (
        NumberingPeriod(2000, 2016, NumberingScheme.DAT_22_2000),
        NumberingPeriod(2016, None, NumberingScheme.DAT_22_2015),
    )
    with pytest.raises(AppError, match="2016"):
        profile_from_toml(profile_to_toml(FondsProfile("0042", "甲", periods=periods)))
