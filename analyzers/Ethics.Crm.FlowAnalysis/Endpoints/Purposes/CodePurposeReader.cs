using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What code works for, innermost first: scopes and nested declarations in the body, the member, its types, the policy, the assembly.</summary>
internal sealed class CodePurposeReader
{
    private readonly ConcurrentDictionary<ISymbol, CodePurposes> members = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly DeclaredPurposes declared;
    private readonly MemberPurposes whole;
    private readonly BodyPurposes bodies;

    public CodePurposeReader(Compilation compilation, PolicyTable? table, AttributeArguments arguments)
    {
        this.compilation = compilation;
        declared = new DeclaredPurposes(arguments);
        whole = new MemberPurposes(compilation, table, declared);
        bodies = new BodyPurposes(declared, compilation.GetTypeByMetadataName(AttributeNames.PurposeScope));
    }

    /// <summary>The purposes that hold at an operation.</summary>
    /// <param name="containing">The symbol in whose body or initialiser it stands.</param>
    public CodePurposes At(IOperation operation, ISymbol containing)
    {
        var member = MemberOf(containing);
        return bodies.At(operation) switch
        {
            null => Of(member),
            { IsUnknown: true } unknown => unknown,
            var inside => MemberPurposes.WithinCeiling(inside, whole.Entry(member)),
        };
    }

    /// <summary>The purposes of a member as a whole.</summary>
    public CodePurposes Of(ISymbol member)
    {
        if (!members.TryGetValue(member, out var purposes))
        {
            purposes = whole.Of(member);
            members.TryAdd(member, purposes);
        }

        return purposes;
    }

    /// <summary>Whether a scope or a declaration inside the body speaks for an operation, and not the member.</summary>
    public bool IsSaidInBody(IOperation operation) => bodies.At(operation) is not null;

    /// <inheritdoc cref="BodyPurposes.FunctionsAround"/>
    public IEnumerable<IOperation> FunctionsAround(IOperation operation) => bodies.FunctionsAround(operation);

    /// <inheritdoc cref="BodyPurposes.OpeningOf"/>
    public PurposeOpening? OpeningIn(IOperation operation) => bodies.OpeningOf(operation);

    /// <inheritdoc cref="BodyPurposes.NamesIn"/>
    public IArgumentOperation? NamesIn(IInvocationOperation invocation) => bodies.NamesIn(invocation);

    /// <inheritdoc cref="DeclaredPurposes.OpeningOf"/>
    public PurposeOpening? OpeningOf(ISymbol symbol) => declared.OpeningOf(symbol);

    /// <summary>What is declared around an operation by attributes and policy, whatever scopes surround it; null when nothing is, empty when it is not known or names nothing.</summary>
    public ImmutableArray<string>? DeclaredAround(IOperation operation, ISymbol containing)
    {
        var member = MemberOf(containing);
        return bodies.DeclaredAround(operation) ?? declared.OfMember(member) ?? whole.Entry(member)?.Purposes.ToImmutableArray() ?? declared.Own(compilation.Assembly);
    }

    /// <summary>What attributes say that a member or type works for, without policy and assembly; null when they say nothing.</summary>
    public ImmutableArray<string>? DeclaredFor(ISymbol member) => declared.OfMember(member);

    /// <summary>All that the policy lets code in a member or type declare; null without such a ceiling.</summary>
    public ImmutableArray<string>? CeilingOf(ISymbol member) => whole.Entry(member) is { Only: true } entry ? entry.MayDeclare.ToImmutableArray() : null;

    /// <summary>Those of some purposes that a list does not cover; <c>marketing</c> covers <c>marketing.email</c>.</summary>
    public static ImmutableArray<string> Beyond(ImmutableArray<string> list, ImmutableArray<string> purposes)
        => purposes.Where(name => !list.Any(allowed => MemberPurposes.Covers(allowed, name))).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The member that a person wrote: not the lambda or local function, and the property behind an initialised backing field.</summary>
    public static ISymbol MemberOf(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } && symbol.ContainingSymbol is { } outer)
        {
            symbol = outer;
        }

        return symbol is IFieldSymbol { AssociatedSymbol: { } associated } ? associated : symbol;
    }
}
