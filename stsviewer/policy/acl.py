"""The access control lists of OSS, which are asked when no policy speaks.

https://help.aliyun.com/zh/oss/user-guide/object-acl and .../bucket-acl: an object's own list outranks its bucket's, and
``default`` leaves it to the bucket. A list opens the data of objects, never a listing, a setting or another list.
"""

from __future__ import annotations

from typing import Final

from stsviewer.policy.question import Access, Acl

READ: Final = frozenset({"oss:getobject", "oss:getobjectversion"})
WRITE: Final = frozenset(
    {"oss:putobject", "oss:deleteobject", "oss:deleteobjectversion", "oss:abortmultipartupload", "oss:listparts"}
)


def opens(acl: Acl, action: str) -> bool:
    """Whether the lists let everybody do ``action`` on the object they are of."""
    access = acl.bucket if acl.object is Access.DEFAULT else acl.object
    if access is Access.PUBLIC_READ_WRITE:
        return action.lower() in READ | WRITE
    return access is Access.PUBLIC_READ and action.lower() in READ
