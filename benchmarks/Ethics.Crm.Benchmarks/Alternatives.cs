using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Castle.DynamicProxy;

namespace Ethics.Crm.Benchmarks;

/// <summary>What the alternatives know of the running code: the purpose in an <see cref="AsyncLocal{T}"/>, as a name or as bits.</summary>
public static class Ambient
{
    public static readonly AsyncLocal<string?> Purpose = new();
    public static readonly AsyncLocal<BitScope?> Bits = new();
}

public sealed class BitScope(ulong mask)
{
    public ulong Mask { get; } = mask;
}

/// <summary>One bit test against what flows with the code.</summary>
public sealed class AsyncLocalContact(string email)
{
    private static readonly ulong Permitted = 0b11;

    public string Email => Ambient.Bits.Value is { } scope && (scope.Mask & ~Permitted) == 0 ? email : throw new InvalidOperationException();
}

/// <summary>
/// What a design without a watched local would have to do at each read: compare the execution context with the one in which this thread looked last, and look again when it is another one.
/// </summary>
public static class ContextMirror
{
    public static readonly AsyncLocal<BitScope?> Local = new();

    [ThreadStatic]
    private static Seen? seen;

    public static BitScope? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => seen is { } last && ReferenceEquals(last.Context, ExecutionContext.Capture()) ? last.Scope : Look();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BitScope? Look()
    {
        var scope = Local.Value;
        seen = new Seen(ExecutionContext.Capture(), scope);
        return scope;
    }

    private sealed record Seen(ExecutionContext? Context, BitScope? Scope);
}

/// <summary>One bit test against that. Knows no consent and no host.</summary>
public sealed class ContextContact(string email)
{
    private static readonly ulong Permitted = 0b11;

    public string Email => ContextMirror.Current is { } scope && (scope.Mask & ~Permitted) == 0 ? email : throw new InvalidOperationException();
}

/// <summary>The policy as a table from member to purposes, asked by name at each read. Knows no consent.</summary>
public sealed class FrozenContact(string email)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Policy = new Dictionary<string, FrozenSet<string>>
    {
        ["Contact.Name"] = FrozenSet.Create("support", "newsletter"),
        ["Contact.Email"] = FrozenSet.Create("support", "newsletter"),
        ["Contact.Phone"] = FrozenSet.Create("support"),
        ["Contact.Address"] = FrozenSet.Create("support"),
    }.ToFrozenDictionary();

    public string Email => Ambient.Purpose.Value is { } purpose && Policy.TryGetValue("Contact.Email", out var permitted) && permitted.Contains(purpose)
        ? email
        : throw new InvalidOperationException();
}

/// <summary>Policy and consent in concurrent dictionaries, so that both can change: the nearest to what the gate decides.</summary>
public sealed class ConcurrentContact(int id, string email)
{
    public static readonly ConcurrentDictionary<(string Member, string Purpose), bool> Policy = new(
        from member in new[] { "Contact.Name", "Contact.Email", "Contact.Phone", "Contact.Address" }
        from purpose in new[] { "support", "newsletter" }
        select KeyValuePair.Create((member, purpose), true));

    public static readonly ConcurrentDictionary<(string Type, int Id, string Purpose), bool> Consent = new();

    public string Email => Ambient.Purpose.Value is { } purpose
        && Policy.TryGetValue(("Contact.Email", purpose), out var permitted) && permitted
        && Consent.TryGetValue(("contact", id, purpose), out var given) && given
            ? email
            : throw new InvalidOperationException();
}

/// <summary>The bit test of <see cref="AsyncLocalContact"/> in an interceptor.</summary>
public sealed class CastleGuard : IInterceptor
{
    public void Intercept(IInvocation invocation)
    {
        if (Ambient.Bits.Value is not { Mask: 2 })
            throw new InvalidOperationException();
        invocation.Proceed();
    }
}

/// <summary>The same bit test in the proxy of the framework.</summary>
public class DispatchGuard : DispatchProxy
{
    public IContact? Target { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (Ambient.Bits.Value is not { Mask: 2 })
            throw new InvalidOperationException();
        return targetMethod!.Invoke(Target, args);
    }
}
