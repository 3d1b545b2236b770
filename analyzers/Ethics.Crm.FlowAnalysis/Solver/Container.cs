using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// What a container hands out, by what the program registers. It is known only where all that is registered for a type is: whatever cannot be read, or may count in one of several hosts, leaves more than one answer, or none.
/// </summary>
internal sealed class Container(Registrations registrations)
{
    private readonly Dictionary<(ITypeSymbol, string?, bool), IReadOnlyList<INamedTypeSymbol>?> known = new(ByService.Instance);
    private readonly HashSet<(ITypeSymbol, string?, bool)> asked = new(ByService.Instance);

    /// <summary>The classes, as they are defined, of which whoever asks for one gets an object. Null where that is not known.</summary>
    /// <param name="key">Null without key; <see cref="Registration.AnyKey"/> for one that is not constant.</param>
    /// <param name="isSequence">Whether all are asked for.</param>
    public IReadOnlyList<INamedTypeSymbol>? ClassesFor(INamedTypeSymbol service, string? key, bool isSequence)
    {
        var question = ((ITypeSymbol)service, key, isSequence);
        if (registrations.IsAnythingPossible || IsOfSeveralNames(service) || (registrations.IsAnythingPossibleElsewhere && !service.Locations.Any(static location => location.IsInSource)) || registrations.MayBeRegisteredElsewhere(service))
        {
            return null;
        }

        if (known.TryGetValue(question, out var found))
        {
            return found;
        }

        if (!asked.Add(question))
        {
            // A registration that asks for itself.
            return null;
        }

        found = Find(service, key, isSequence);
        asked.Remove(question);
        known[question] = found;
        return found;
    }

    /// <summary>The same with the key under which each is registered, which tells objects of one class apart. Null where that is not known.</summary>
    public IReadOnlyList<(INamedTypeSymbol Class, string? Key, bool IsMadeByContainer)>? ObjectsFor(INamedTypeSymbol service, string? key, bool isSequence)
    {
        if (ClassesFor(service, key, isSequence) is null)
        {
            return null;
        }

        var all = new List<(INamedTypeSymbol, string?, bool)>();
        foreach (var one in For(service, key, isSequence))
        {
            all.AddRange(one.Classes!.Select(made => (made, AreToldApart(made) ? one.Key : null, one.IsMadeByContainer)));
            foreach (var (other, otherKey) in one.Forwards)
            {
                all.AddRange(ObjectsFor(other, otherKey, false)!);
            }
        }

        return all.Distinct().ToArray();
    }

    /// <summary>The keys by which objects of the class are told apart.</summary>
    public IReadOnlyList<string?> KeysOf(INamedTypeSymbol type)
    {
        var keys = AreToldApart(type) ? registrations.All.Where(one => one.Classes?.Contains(type, SymbolEqualityComparer.Default) == true).Select(static one => one.Key).Distinct().ToArray() : [];
        return keys.Length == 0 ? [null] : keys;
    }

    /// <summary>Whether what is registered under two keys are two objects: so where the container makes every one of them. A function may hand out one for both.</summary>
    private bool AreToldApart(INamedTypeSymbol type)
        => !registrations.IsAnythingPossible && !registrations.MayBeRegisteredElsewhere(type)
            && registrations.All.All(one => one.IsMadeByContainer || one.Way == RegistrationWay.Remove || (one.Classes is { } classes ? !classes.Contains(type, SymbolEqualityComparer.Default) : !TypeHierarchy.IsA(type, one.Service)));

    /// <summary>What counts of all that is registered for it; empty where nothing is.</summary>
    private IReadOnlyList<Registration> For(INamedTypeSymbol service, string? key, bool isSequence)
    {
        var all = registrations.All.Where(one => Matches(one, service) && Matches(one.Key, key)).ToArray();
        return all.Where(one => one.Way != RegistrationWay.Remove && !all.Any(other => IsWithout(one, other, all, service, isSequence))).ToArray();
    }

    private IReadOnlyList<INamedTypeSymbol>? Find(INamedTypeSymbol service, string? key, bool isSequence)
    {
        var counting = For(service, key, isSequence);
        if (counting.Count == 0 || (isSequence && registrations.All.Any(one => InjectedClasses.ElementOf(one.Service) is { } element && (element is not INamedTypeSymbol named || Matches(named, service)))))
        {
            // Of a sequence that is registered itself nobody knows what it holds.
            return null;
        }

        var classes = new List<INamedTypeSymbol>();
        foreach (var one in counting)
        {
            if (ClassesOf(new Implementations(one.Classes, one.Forwards)) is not { } some)
            {
                return null;
            }

            classes.AddRange(some);
        }

        return classes.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToArray();
    }

    /// <summary>The classes of what is handed out, whatever else the container is asked for to do so. Null where they are not known.</summary>
    public IReadOnlyList<INamedTypeSymbol>? ClassesOf(Implementations implementations)
    {
        if (implementations.Classes is null || implementations.Forwards.Count == 0)
        {
            return implementations.Classes;
        }

        var classes = new List<INamedTypeSymbol>(implementations.Classes);
        foreach (var (service, key) in implementations.Forwards)
        {
            if (ClassesFor(service, key, false) is not { } forwarded)
            {
                return null;
            }

            classes.AddRange(forwarded);
        }

        return classes;
    }

    /// <summary>Whether the registration never counts, because of the other one.</summary>
    private bool IsWithout(Registration one, Registration other, Registration[] all, INamedTypeSymbol service, bool isSequence)
    {
        if (ReferenceEquals(one, other) || registrations.AreTakenOut || one.Key == Registration.AnyKey || one.Key != other.Key || one.IsOfSomeForm || other.IsOfSomeForm)
        {
            return false;
        }

        if (!SymbolEqualityComparer.Default.Equals(one.Service, other.Service))
        {
            // One for this form of a generic type counts before one for all of its forms.
            return one.IsOpen && !isSequence && SymbolEqualityComparer.Default.Equals(other.Service, service) && other.Way is RegistrationWay.Add or RegistrationWay.Try && all.All(static any => any.Way != RegistrationWay.Remove)
                && (RegistrationOrder.Leads(one, other) || RegistrationOrder.Follows(other, one));
        }

        return ((other.Way == RegistrationWay.Remove || (other.Way == RegistrationWay.Add && !isSequence)) && RegistrationOrder.Leads(one, other))
            || (one.Way == RegistrationWay.Try && other.Way == RegistrationWay.Add && all.All(static any => any.Way != RegistrationWay.Remove) && RegistrationOrder.Follows(other, one));
    }

    /// <summary>Whether a form of a generic type may be written in several ways that are one when the program runs: <c>IRepo&lt;(int, string)&gt;</c> with names and without, <c>dynamic</c> and <c>object</c>.</summary>
    private static bool IsOfSeveralNames(INamedTypeSymbol service) => service.TypeArguments.Any(static argument => argument is { SpecialType: SpecialType.System_Object } or { IsTupleType: true } or IDynamicTypeSymbol or IArrayTypeSymbol || (argument is INamedTypeSymbol inner && IsOfSeveralNames(inner)));

    private static bool Matches(Registration one, INamedTypeSymbol service)
        => SymbolEqualityComparer.Default.Equals(one.Service, service)
            || (service.IsGenericType && SymbolEqualityComparer.Default.Equals(one.Service.OriginalDefinition, service.OriginalDefinition) && (one.IsOpen || one.IsOfSomeForm || ContainerCalls.HasTypeParameter(service)));

    private static bool Matches(INamedTypeSymbol registered, INamedTypeSymbol service)
        => SymbolEqualityComparer.Default.Equals(registered.OriginalDefinition, service.OriginalDefinition);

    private static bool Matches(string? registered, string? wanted)
        => registered == wanted || (registered is not null && wanted is not null && (registered == Registration.AnyKey || wanted == Registration.AnyKey));

    private sealed class ByService : IEqualityComparer<(ITypeSymbol Type, string? Key, bool IsSequence)>
    {
        public static readonly ByService Instance = new();

        public bool Equals((ITypeSymbol Type, string? Key, bool IsSequence) one, (ITypeSymbol Type, string? Key, bool IsSequence) other)
            => one.IsSequence == other.IsSequence && one.Key == other.Key && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

        public int GetHashCode((ITypeSymbol Type, string? Key, bool IsSequence) one) => SymbolEqualityComparer.Default.GetHashCode(one.Type);
    }
}
