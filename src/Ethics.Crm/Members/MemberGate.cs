using System.Reflection;
using Ethics.Crm.Decisions;
using Ethics.Crm.Origins;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Members;

/// <summary>What policy and people say of one member in objects of one type, asked at each look. Guarded properties ask by themselves; this asks for the others.</summary>
internal sealed class MemberGate
{
    private readonly MemberInfo _member;
    // Null where a declaration cannot be read: it may be the one that forbids.
    private readonly IReadOnlyList<LabelSource>? _sources;
    private readonly Lazy<GuardedMember> _label;
    private readonly MemberOrigin _origin = MemberOrigin.Unsaid;
    private readonly Func<object, object?>? _collectedAt;
    private volatile Standing? _standing;
    private volatile Refused? _refused;

    private MemberGate(Type type, MemberInfo member)
    {
        _member = member;
        _label = new Lazy<GuardedMember>(MakeLabel);
        try
        {
            _sources = DeclaredMembers.LabelsOf(type, member);
            Guard = member is PropertyInfo property ? PropertyGuards.Of(property) : null;
            MemberInfo[] declarations = [.. DeclaredMembers.Declarations(type, member).Distinct()];
            _origin = MemberOrigins.Of(declarations);
            _collectedAt = MemberOrigins.TimeOf(type, declarations);
        }
        catch (UnreadableMemberException)
        {
        }
    }

    /// <summary>The guard that the member's own getter asks; null when it is not guarded.</summary>
    public GuardedMember? Guard { get; }

    /// <summary>What is asked about the member.</summary>
    public GuardedMember Member => Guard ?? _label.Value;

    /// <summary>Whether the live policy, or without one the code, says anything of it.</summary>
    public bool IsLabelled
    {
        get
        {
            if (Guard is not null || _sources is null)
                return true;
            var runtime = GateRuntime.Current;
            if (_standing is not { } standing || !ReferenceEquals(standing.Runtime, runtime))
                _standing = standing = new Standing(runtime, IsLabelledUnder(runtime));
            return standing.IsLabelled;
        }
    }

    /// <summary>Whether the policy alone refuses the member for what the running code works for, as it did a moment ago.</summary>
    public bool IsRefusedAtOnce =>
        _refused is { } refused && AmbientScope.Current is { } scope && scope.Mask == refused.Mask && ReferenceEquals(GateRuntime.Current, refused.Runtime);

    public static MemberGate Of(Type type, MemberInfo member) => new(type, MemberImplementations.In(type, member));

    /// <summary>To be called after a refusal: the next one need not ask the person when it is the policy that refuses.</summary>
    public void Remember()
    {
        if (IsRefusedAtOnce || AmbientScope.Current is not { } scope)
            return;
        var runtime = GateRuntime.Current;
        var mask = scope.Mask;
        // That bit stands for what the mask does not tell: a closed scope, an unknown or a late purpose, no host.
        if ((mask & PurposeBits.NeverPermitted) == 0 && runtime.RefusesWhoever(Member, scope.Names))
            _refused = new Refused(runtime, mask);
    }

    /// <summary>When the value was obtained, as its object says; null when it does not.</summary>
    public object? CollectedAt(object owner) => _collectedAt?.Invoke(owner);

    /// <summary>Asks about a member that does not ask by itself.</summary>
    /// <returns>False when it may not be shown.</returns>
    public bool TryShow<T>(object owner, T value, out T shown) => ObjectPeople.TryShow(owner, Member, value, out shown, out _, out _, _collectedAt);

    /// <summary>The same where nothing can be left out.</summary>
    /// <exception cref="PurposeViolationException">It may not be shown as it is.</exception>
    public void Demand(object owner, object? value)
    {
        if (ObjectPeople.TryShow(owner, Member, value, out var shown, out var verdict, out var purposes, _collectedAt) && ReferenceEquals(shown, value))
            return;
        throw ReadGate.Refused(Member, purposes, verdict);
    }

    private bool IsLabelledUnder(GateRuntime runtime) => runtime is LiveRuntime live
        ? _sources!.Any(source => live.Table.ResolveLabels(source).Count > 0)
        : _sources!.Any(static source => source.Category is not null || source.CollectedFor is not null);

    // Nothing is permitted by the build: it resolved no such guard.
    private GuardedMember MakeLabel() => new(
        $"{_member.DeclaringType!.Name.Split('`')[0]}.{_member.Name}", NullableMarks.MayBeNull(_member), [], [], [], _origin,
        [.. (_sources ?? []).Select(static source => new MemberLabel(source.Member, source.Category, source.CollectedFor?.ToArray(), [.. source.Attributes]))]);

    private sealed record Standing(GateRuntime Runtime, bool IsLabelled);

    private sealed record Refused(GateRuntime Runtime, ulong Mask);
}
