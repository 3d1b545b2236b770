using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

internal enum PurposeOrigin
{
    /// <summary>Nothing says what the code works for.</summary>
    Undeclared,

    /// <summary>Attributes or the policy's <c>code</c> say it. The list may be empty: such code works for nothing.</summary>
    Declared,

    /// <summary>A scope with constant purposes around the code says it.</summary>
    Scope,

    /// <summary>A scope whose purposes are not constant: only the run time knows.</summary>
    Unknown,

    /// <summary>A scope that names no purpose: opening it throws, so that nothing in it runs.</summary>
    Never,
}

/// <summary>What a piece of code works for: all of <see cref="Names"/>.</summary>
internal sealed record CodePurposes(PurposeOrigin Origin, ImmutableArray<string> Names)
{
    public static readonly CodePurposes Undeclared = new(PurposeOrigin.Undeclared, ImmutableArray<string>.Empty);

    public static readonly CodePurposes Never = new(PurposeOrigin.Never, ImmutableArray<string>.Empty);

    /// <summary>What opens the scope of which only the run time knows the purposes; null unless <see cref="IsUnknown"/>.</summary>
    public IOperation? Opening { get; init; }

    /// <summary>What the policy limits the code to, if the code declares more: those purposes are among <see cref="Names"/>, though nobody wrote them there. Else empty.</summary>
    public ImmutableArray<string> ExceededCeiling { get; init; } = ImmutableArray<string>.Empty;

    public static CodePurposes UnknownIn(IOperation opening) => new(PurposeOrigin.Unknown, ImmutableArray<string>.Empty) { Opening = opening };

    /// <summary>Whether the scope is one that a test opens for itself, with the consent it has made.</summary>
    public bool IsOfTests { get; init; }

    public bool IsUndeclared => Origin == PurposeOrigin.Undeclared;

    public bool IsUnknown => Origin == PurposeOrigin.Unknown;

    public bool IsNever => Origin == PurposeOrigin.Never;
}
