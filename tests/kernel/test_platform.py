"""Where the machine cannot sandbox, or somebody switched the sandbox off, nobody is left in doubt."""

import logging
import os
import platform
import shutil
import subprocess
import sys

import pytest
from jupyter_client import KernelManager

from autograder.errors import SettingError
from autograder.kernel import NAME, SandboxUnavailable, is_off, reason, require
from autograder.kernel import platform as machine


@pytest.fixture(autouse=True)
def _look_afresh():
    reason.cache_clear()
    yield
    reason.cache_clear()


@pytest.mark.parametrize(
    ("attribute", "value", "said"),
    [
        ("machine", "aarch64", "the filter of system calls is written for x86-64, and this is aarch64"),
        ("release", "5.4.0-150-generic", "sandboxes need Linux 5.12 or newer, and this is 5.4.0-150-generic"),
    ],
)
def test_what_is_missing_is_one_sentence(attribute, value, said, monkeypatch):
    monkeypatch.setattr(platform, attribute, lambda: value)
    with pytest.raises(SandboxUnavailable, match=f"{said}.*AUTOGRADER_SANDBOX=off or give --no-sandbox"):
        require()


def test_other_systems_are_refused(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    with pytest.raises(SandboxUnavailable, match="sandboxes need Linux, and this is Darwin"):
        require()


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare of util-linux")
def test_forbidden_user_namespaces_are_named(can_sandbox):
    """As on machines whose administrator allows none: here a namespace is made in which no further one is allowed."""
    code = "from autograder.kernel import require; require()"
    forbid = f"echo 0 > /proc/sys/user/max_user_namespaces && exec {sys.executable} -c '{code}'"
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", forbid]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    said = ran.stderr.strip().splitlines()[-1]
    assert "SandboxUnavailable: This machine cannot sandbox submissions: it does not allow user namespaces" in said
    assert "sysctl user.max_user_namespaces" in said
    assert "AUTOGRADER_SANDBOX=off" in said


def test_a_kernel_refuses_to_start_without_a_sandbox(monkeypatch):
    monkeypatch.setattr(machine, "reason", lambda: "it does not allow namespaces.")
    with pytest.raises(SandboxUnavailable):
        KernelManager(kernel_name=NAME).start_kernel()


def test_the_switch_gives_an_ordinary_kernel_and_a_loud_warning(monkeypatch, caplog):
    monkeypatch.setenv("AUTOGRADER_SANDBOX", "off")
    monkeypatch.setattr(machine, "reason", lambda: "it does not allow namespaces.")
    manager = KernelManager(kernel_name=NAME)
    with caplog.at_level(logging.WARNING):
        manager.start_kernel()
    try:
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        said = client.execute_interactive("import os", user_expressions={"me": "os.getppid()"})
        client.stop_channels()
    finally:
        manager.shutdown_kernel(now=True)
        manager.context.destroy()
    assert "NO SANDBOX (AUTOGRADER_SANDBOX=off)" in caplog.text
    assert said["content"]["user_expressions"]["me"]["data"]["text/plain"] == str(os.getpid())


def test_the_switch_has_two_positions(monkeypatch):
    monkeypatch.setenv("AUTOGRADER_SANDBOX", "of")
    with pytest.raises(SettingError, match="AUTOGRADER_SANDBOX is 'of': set it to on or off"):
        is_off()
