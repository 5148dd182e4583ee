# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are written whole or not at all."""
from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Callable, Iterable, Optional

from .errors import TraceError


def write_whole(path: "os.PathLike[str] | str", parts: Iterable[bytes], check: Optional[Callable[[str], None]] = None) -> None:
    """Puts a file in the place of the one that is there. check: looks at what the disk gives back, before it takes the place.

    Raises TraceError with the path and the reason."""
    path = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise TraceError(f"Cannot write {path}: {error.strerror}.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(temporary)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise TraceError(f"Cannot write {path}: {error.strerror or error}.") from None
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
