"""Resource Access Management: what may be read of users, roles and policies, and what a refusal was about."""

from stsviewer.ram.ram import Ram
from stsviewer.ram.values import Diagnosis, PolicyName, RamRole

__all__ = ["Diagnosis", "PolicyName", "Ram", "RamRole"]
