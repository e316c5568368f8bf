"""Policy documents of RAM and OSS: their grammar, what they allow, and what is wrong with them. Pure functions.

:func:`parse` reads a document, :func:`decide` judges a request by several. Nothing here asks a clock or a network.
"""

from stsviewer.policy.document import Condition, Document, DocumentKind, Effect, Statement, TrustedPrincipals
from stsviewer.policy.evaluation import applies, decide
from stsviewer.policy.grammar import GrammarError, parse
from stsviewer.policy.question import (
    Access,
    Acl,
    Decision,
    Outcome,
    Policies,
    Principal,
    PrincipalKind,
    Request,
    StatementRef,
)
from stsviewer.policy.resource import ResourceName, bucket_resource, object_resource, parse_resource, role_resource

__all__ = [
    "Access",
    "Acl",
    "Condition",
    "Decision",
    "Document",
    "DocumentKind",
    "Effect",
    "GrammarError",
    "Outcome",
    "Policies",
    "Principal",
    "PrincipalKind",
    "Request",
    "ResourceName",
    "Statement",
    "StatementRef",
    "TrustedPrincipals",
    "applies",
    "bucket_resource",
    "decide",
    "object_resource",
    "parse",
    "parse_resource",
    "role_resource",
]
