"""Calls that change, or depend on, the state of the operating system's thread that makes them.

After such a call a goroutine may have to stay on its thread, and the thread may be unfit for other goroutines.
"""

# Each function of these packages works on state that belongs to one thread: a window system's, a graphics
# context's, an interpreter's, an apartment's.
_THREAD_BOUND_PACKAGES = (
    "C",
    "github.com/go-gl/gl",
    "github.com/go-gl/glfw",
    "github.com/veandco/go-sdl2/sdl",
    "github.com/go-ole/go-ole",
    "github.com/gotk3/gotk3",
    "github.com/therecipe/qt",
    "github.com/tecbot/gorocksdb",
    "github.com/seccomp/libseccomp-golang",
    "github.com/elastic/go-seccomp-bpf",
    "golang.org/x/mobile/gl",
)

_SYSCALL_PACKAGES = ("syscall", "golang.org/x/sys/unix")

# Per thread on Linux when called as a bare system call; the functions of package syscall for the identity of the
# process apply to all threads, those of x/sys/unix for capabilities and so on only to the caller's.
_SYSCALL_NAMES = (
    *("Setns", "Unshare", "Chroot", "PivotRoot", "Prctl", "PtraceAttach", "PtraceSeize", "PtraceDetach", "PtraceCont"),
    *("PtraceSyscall", "PtraceSingleStep", "PtraceGetRegs", "PtraceSetRegs", "PtracePeekData", "PtracePokeData"),
    *("PtracePeekText", "PtracePokeText", "PtraceSetOptions", "PtraceInterrupt", "PtraceGetEventMsg"),
    *("Setuid", "Setgid", "Seteuid", "Setegid", "Setreuid", "Setregid", "Setresuid", "Setresgid", "Setgroups"),
    *("Setfsuid", "Setfsgid", "SetfsuidRetUid", "SetfsgidRetGid", "Capset", "SchedSetaffinity", "SchedSetAttr"),
    *("Setpriority", "IoprioSet", "KeyctlJoinSessionKeyring", "KeyctlInt", "KeyctlSearch", "PthreadSigmask"),
    *("PthreadChdir", "PthreadFchdir", "Umask", "Personality", "SetTidAddress", "SetThreadArea", "ArchPrctl"),
    *("LandlockRestrictSelf", "Seccomp", "SetMempolicy", "Set_mempolicy"),
)

# Whatever their number is, it is chosen by hand to do what no wrapper does.
_RAW_SYSCALLS = ("RawSyscall", "RawSyscall6", "RawSyscallNoError", "AllThreadsSyscall", "AllThreadsSyscall6")
_PLAIN_SYSCALLS = ("Syscall", "Syscall6", "SyscallN")

_OTHERS = frozenset(
    {
        "github.com/vishvananda/netns.Set",
        "github.com/vishvananda/netns.Setns",
        "github.com/vishvananda/netns.New",
        "github.com/vishvananda/netns.NewNamed",
        "github.com/containernetworking/plugins/pkg/ns.NetNS.Set",
        "github.com/opencontainers/runtime-spec/specs-go.SetNamespace",
        "github.com/opencontainers/selinux/go-selinux.SetExecLabel",
        "github.com/opencontainers/selinux/go-selinux.SetKeyLabel",
        "github.com/opencontainers/selinux/go-selinux.SetSocketLabel",
        "github.com/opencontainers/selinux/go-selinux.SetTaskLabel",
        "github.com/opencontainers/selinux/go-selinux.SetFSCreateLabel",
        "github.com/syndtr/gocapability/capability.Capabilities.Apply",
        "kernel.org/pub/linux/libs/security/libcap/cap.Set.SetProc",
        "github.com/Microsoft/hcsshim.SetCurrentThreadCompartmentId",
        "golang.org/x/sys/windows.ImpersonateSelf",
        "golang.org/x/sys/windows.RevertToSelf",
        "golang.org/x/sys/windows.SetThreadToken",
        "golang.org/x/sys/windows.CoInitializeEx",
        "internal/syscall/windows.ImpersonateSelf",
        "internal/syscall/windows.ImpersonateLoggedOnUser",
        "internal/syscall/windows.RevertToSelf",
    }
)

_NAMES = _OTHERS.union(
    f"{package}.{name}" for package in _SYSCALL_PACKAGES for name in (*_SYSCALL_NAMES, *_RAW_SYSCALLS, *_PLAIN_SYSCALLS)
)


def changes_thread(name: str) -> bool:
    """Tell whether the function `name` ("import/path.Name") changes or needs the state of the thread it runs on."""
    if name in _NAMES:
        return True
    package = name.rsplit(".", 1)[0]
    return any(package == bound or package.startswith((f"{bound}/", f"{bound}.")) for bound in _THREAD_BOUND_PACKAGES)
