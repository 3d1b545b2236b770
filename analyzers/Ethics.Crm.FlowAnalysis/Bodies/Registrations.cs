using System.Collections.Concurrent;
using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What containers are told: <c>AddScoped&lt;IDesk, Desk&gt;()</c>, <c>AddSingleton(new Desk())</c>. Noted while the compiler works, and read when it is asked for.</summary>
internal sealed class Registrations
{
    private readonly ConcurrentQueue<IOperation> noted = new();
    private readonly ConcurrentDictionary<ISymbol, RegistrationConcern> concerns = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly bool hasContainer;
    private readonly Lazy<RegistrationReader> read;

    public Registrations(Compilation compilation, Lazy<TypeHierarchy> types)
    {
        this.compilation = compilation;
        hasContainer = !compilation.GetTypesByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection").IsEmpty;
        read = new(() => new RegistrationReader(compilation, types.Value, noted));
    }

    /// <summary>All of them, in the order of their places.</summary>
    public IReadOnlyList<Registration> All => read.Value.All;

    /// <summary>Whether something may be registered of which nothing is known: by code that looks through assemblies, in a loop over types.</summary>
    public bool IsAnythingPossible => read.Value.IsAnythingPossible;

    /// <summary>Whether that holds of contracts of other assemblies: code that does not know the program, and is handed nothing of it, registers nothing for the program's own.</summary>
    public bool IsAnythingPossibleElsewhere => read.Value.IsAnythingPossibleElsewhere;

    /// <summary>Whether a library is told of the type, or of what has it, so that it may register something for it that nobody sees.</summary>
    public bool MayBeRegisteredElsewhere(INamedTypeSymbol type) => read.Value.NamedElsewhere.Contains(type.OriginalDefinition);

    /// <summary>Whether single registrations are taken out again, so that an earlier one may count.</summary>
    public bool AreTakenOut => read.Value.AreTakenOut;

    /// <summary>Whether code that nobody knows may make objects of the class, with what it likes.</summary>
    public bool MayBeMadeByName(INamedTypeSymbol type) => read.Value.MayBeMadeByName(type);

    /// <param name="member">A method, property or field that is named, or a constructor.</param>
    public void Note(ISymbol member, IOperation operation)
    {
        if (hasContainer && concerns.GetOrAdd(member.OriginalDefinition, static definition => RegistrationConcerns.Of(definition)) is not RegistrationConcern.None and var concern && RegistrationConcerns.Holds(concern, member, operation, compilation.Assembly))
        {
            noted.Enqueue(operation);
        }
    }

    /// <summary>Whether several get the same object of it.</summary>
    public bool IsShared(INamedTypeSymbol type) => read.Value.Shared.Contains(type);

    /// <summary>Whether several get the same object of an interface of it, of which nothing says what makes it.</summary>
    public bool IsSharedByContract(INamedTypeSymbol type) => read.Value.Shared.Count > 0 && type.AllInterfaces.Any(contract => read.Value.Shared.Contains(contract.OriginalDefinition));

    /// <summary>Whether everybody gets an object of it for himself.</summary>
    public bool IsTransient(INamedTypeSymbol type) => read.Value.IsTransient(type);
}
