using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// Summaries of methods for calls that give constants to parameters on which their ways depend, <c>Line(customer, withAddress: false)</c> does not return the address, and for calls on objects whose type
/// is known. What such a call does is among what the method does as a whole, so where there are too many of them, or the method may come round to itself by way of another one, the whole stands for it, for all of
/// its callers: which of them is looked at first decides nothing. Where a method calls itself, the whole stands for that call, unless it is walked with constants.
/// </summary>
internal sealed partial class Variants(BodyProvider bodies, CallTargets targets, DispatchingInputs dispatching, DispatchingParts lying, Func<IMethodSymbol, IReadOnlyList<IMethodSymbol>> calleesOf, CancellationToken cancellationToken)
{
    private const int MostOfAMethod = 32;
    private const int MostRepeated = 2;

    /// <summary>Types for each of which a method is walked as a whole, where it is called on something that may be any of them.</summary>
    private const int MostTypes = 8;

    /// <summary>A method that reaches more than these is not asked whether it reaches itself.</summary>
    private const int MostReached = 200;

    private readonly Dictionary<IMethodSymbol, DecidingParameters> deciding = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Dictionary<string, Variant>> known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> withdrawn = new(SymbolEqualityComparer.Default);

    /// <summary>The ways on which a method is walked as a whole: where it asks twice whether a parameter is true, once for each answer, and where it asks one object twice for what that overrides, once for each type.</summary>
    public IReadOnlyList<Way> WaysOf(IMethodSymbol method)
    {
        IReadOnlyList<Way> ways = [Way.NothingKnown];
        var repeated = DecidingOf(method).Repeated;
        foreach (var parameter in repeated.IsEmpty ? [] : repeated.Take(MostRepeated))
        {
            ways = ways.SelectMany(way => new[] { way.With(parameter, true), way.With(parameter, false) }).ToArray();
        }

        var asked = dispatching.AskedBy(method);
        foreach (var input in asked.Count == 0 ? Enumerable.Empty<ISymbol>() : asked.Where(static one => one.Value > 1).Select(static one => one.Key).OrderBy(NameOf, StringComparer.Ordinal))
        {
            var types = TypesOf(input);
            if (types.Count > 0 && types.Count * ways.Count <= MostTypes)
            {
                ways = ways.SelectMany(way => types.Select(type => way.WithBeneath(input, type))).ToArray();
            }
        }

        return ways;
    }

    private IReadOnlyList<INamedTypeSymbol> TypesOf(ISymbol input) => input switch
    {
        IMethodSymbol method => targets.Beneath(method.ContainingType),
        IParameterSymbol { Type: INamedTypeSymbol type } => targets.Beneath(type),
        ITypeParameterSymbol { ConstraintTypes: [INamedTypeSymbol type, ..] } => targets.Beneath(type),
        _ => [],
    };

    /// <param name="whole">What the method does for whatever it is given.</param>
    /// <param name="user">Where it is called.</param>
    /// <param name="isInVariant">Whether the caller is walked with something known.</param>
    /// <param name="constantFor">What a parameter gets; asked for what is written at the call alone, or for what the caller itself is known to be handed too.</param>
    /// <param name="typesFor">What a parameter, or what the method is called on, can be; default where that is not known.</param>
    /// <param name="partsFor">The same of what lies in them; null where that is not known of any.</param>
    /// <param name="walk">Walks the method with what is known, under a name; null when it is given up.</param>
    /// <param name="askAgain">Whoever asked for a variant of this method gets the whole from now on.</param>
    /// <returns>What the call does, and the walk on which is found what such calls find.</returns>
    public (MethodSummary Summary, string Walk) Of(
        IMethodSymbol method, MethodSummary whole, IMethodSymbol user, bool isInVariant, Func<IParameterSymbol, bool, Optional<object?>> constantFor, Func<ISymbol, ImmutableArray<ITypeSymbol>> typesFor, Func<InputObject, ImmutableArray<ITypeSymbol>>? partsFor, Func<Way, string, MethodSummary?> walk, Action<IMethodSymbol> askAgain)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(method, user);
        if (withdrawn.Contains(method) || (isOwn && !isInVariant))
        {
            return (whole, Walk.Whole);
        }

        var way = Way.NothingKnown;
        foreach (var input in isOwn ? [] : dispatching.MayBeAmong(method))
        {
            // Most calls do not know, and the body is not looked at for them.
            if (typesFor(input) is { IsDefaultOrEmpty: false } types && dispatching.Of(method).ContainsKey(input))
            {
                way = way.With(input, types);
            }
        }

        foreach (var part in isOwn || partsFor is null || whole.IsLazy ? [] : lying.Of(method))
        {
            if (partsFor!.Invoke(part) is { IsDefaultOrEmpty: false } types)
            {
                way = way.With(part, types);
            }
        }

        var ofTypes = Of(method, whole, way, true, isOwn, walk, askAgain);
        var (known, isWritten) = WithConstants(method, way, constantFor);

        // On the ways that constants leave out something may be found, too.
        return known.Constants.IsEmpty ? ofTypes : (Of(method, whole, known, isWritten, isOwn, walk, askAgain).Summary, ofTypes.Walk);
    }

    private (MethodSummary Summary, string Walk) Of(IMethodSymbol method, MethodSummary whole, Way way, bool isWritten, bool isOwn, Func<Way, string, MethodSummary?> walk, Action<IMethodSymbol> askAgain)
    {
        if (way.IsEmpty || withdrawn.Contains(method))
        {
            return (whole, Walk.Whole);
        }

        if (!known.TryGetValue(method, out var all))
        {
            known.Add(method, all = new(StringComparer.Ordinal));
        }

        var name = NameOf(way);
        var isKnown = all.TryGetValue(name, out var variant);
        if (!isKnown || (isWritten && !variant!.IsWritten))
        {
            if (all.Values.Count(one => one.IsWritten == isWritten) == MostOfAMethod || (all.Count == 0 && MayComeRound(method)))
            {
                Withdraw(method, all, isWritten, askAgain);
                return (whole, Walk.Whole);
            }

            if (isKnown)
            {
                variant!.IsWritten = true;
            }
            else
            {
                all[name] = variant = new Variant(way, name) { IsWritten = isWritten, IsUnderWay = true };
                WalkFirst(method, variant, walk, askAgain);
                if (withdrawn.Contains(method) || (!isWritten && handedTooMuch.Contains(method)))
                {
                    return (whole, Walk.Whole);
                }
            }
        }
        else if (variant!.IsUnderWay)
        {
            circular.Add(method);
            if (!isOwn)
            {
                askedOnTheWay.Add(method);
            }
        }

        return variant!.Summary is { } summary ? (summary, name) : (whole, Walk.Whole);
    }

    private static string NameOf(Way way)
        => string.Concat(way.Constants.OrderBy(static value => ((IParameterSymbol)value.Key).Ordinal).Select(static value => Named((IParameterSymbol)value.Key, value.Value)))
            + string.Concat(way.Types.OrderBy(static input => NameOf(input.Key), StringComparer.Ordinal).Select(static input => $"{NameOf(input.Key)}:{string.Join("|", input.Value.Select(NameOf).OrderBy(static one => one, StringComparer.Ordinal))};"))
            + string.Concat(way.Parts.Select(static part => $"{NameOf(part.Key.Input)}/{part.Key.Path.Text}:{string.Join("|", part.Value.Select(NameOf).OrderBy(static one => one, StringComparer.Ordinal))};").OrderBy(static one => one, StringComparer.Ordinal));

    /// <summary>With the file, of a type that only its own file sees: another one may have the same name.</summary>
    private static string NameOf(ITypeSymbol type)
    {
        var outer = type;
        while (outer.ContainingType is { } around)
        {
            outer = around;
        }

        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return outer is INamedTypeSymbol { IsFileLocal: true } ? outer.MetadataName + name : name;
    }

    private static string NameOf(ISymbol input) => input switch { IMethodSymbol => "this", ITypeParameterSymbol => $"<{input.Name}>", _ => "@" + input.Name };

    // With its length, so that no text looks like two.
    private static string Named(IParameterSymbol parameter, object? value) => value is string text ? $"{parameter.Ordinal}={text.Length}:{text};" : $"{parameter.Ordinal}={value ?? "null"};";

    /// <summary>More is known of what the method calls. True when that is more of one of its variants.</summary>
    public bool Renew(IMethodSymbol method, Func<Way, string, MethodSummary?> walk)
    {
        var isChanged = false;
        foreach (var variant in known.TryGetValue(method, out var all) ? all.Values.ToArray() : [])
        {
            var before = variant.Summary;
            variant.Summary = walk(variant.Way, variant.Name);
            isChanged |= variant.Summary is null ? before is not null : before is null || !before.IsSame(variant.Summary);
        }

        return isChanged;
    }

    /// <summary>Whether another method that it calls may call it.</summary>
    private bool MayComeRound(IMethodSymbol method)
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(calleesOf(method).Where(callee => !SymbolEqualityComparer.Default.Equals(callee, method)));
        while (pending.Count > 0)
        {
            var callee = pending.Pop();
            if (SymbolEqualityComparer.Default.Equals(callee, method) || reached.Count > MostReached)
            {
                return true;
            }

            if (reached.Add(callee))
            {
                foreach (var next in calleesOf(callee))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    private DecidingParameters DecidingOf(IMethodSymbol method)
    {
        if (!deciding.TryGetValue(method, out var found))
        {
            deciding.Add(method, found = DecidingParameters.Of(method, bodies.GraphsOf(method, cancellationToken), cancellationToken));
        }

        return found;
    }

    private sealed class Variant(Way way, string name)
    {
        public Way Way => way;

        public string Name => name;

        /// <summary>Whether somebody writes these constants at a call, and does not only hand them on.</summary>
        public bool IsWritten { get; set; }

        /// <summary>Whether its first walk is not at its end: what it asks of itself meanwhile is not known yet.</summary>
        public bool IsUnderWay { get; set; }

        /// <summary>Null when the method was given up.</summary>
        public MethodSummary? Summary { get; set; } = MethodSummary.Nothing;
    }
}
