using System.Collections.Concurrent;
using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What containers are told: <c>AddScoped&lt;IDesk, Desk&gt;()</c>, <c>AddSingleton(new Desk())</c>. Noted while the compiler works, and read when it is asked for.</summary>
internal sealed class Registrations
{
    private readonly ConcurrentQueue<IOperation> noted = new();
    private readonly bool hasContainer;
    private readonly Lazy<RegistrationReader> read;

    public Registrations(Compilation compilation, Lazy<TypeHierarchy> types)
    {
        hasContainer = !compilation.GetTypesByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection").IsEmpty;
        read = new(() => new RegistrationReader(compilation, types.Value, noted));
    }

    /// <summary>All of them, in the order of their places.</summary>
    public IReadOnlyList<Registration> All => read.Value.All;

    /// <summary>Whether something may be registered of which nothing is known: by code that looks through assemblies, in a loop over types.</summary>
    public bool IsAnythingPossible => read.Value.IsAnythingPossible;

    /// <summary>Whether that holds of contracts of other assemblies: code that does not know the program, and is handed nothing of it, registers nothing for the program's own.</summary>
    public bool IsAnythingPossibleElsewhere => read.Value.IsAnythingPossibleElsewhere;

    /// <summary>Whether single registrations are taken out again, so that an earlier one may count.</summary>
    public bool AreTakenOut => read.Value.AreTakenOut;

    /// <summary>Whether code that nobody knows may make objects of the class, with what it likes.</summary>
    public bool MayBeMadeByName(INamedTypeSymbol type) => read.Value.MayBeMadeByName(type);

    /// <param name="member">A method or an indexer that is named, or a constructor.</param>
    public void Note(ISymbol member, IOperation operation)
    {
        if (hasContainer && Concerns(member.OriginalDefinition, member))
        {
            noted.Enqueue(operation);
        }
    }

    private static bool Concerns(ISymbol definition, ISymbol member)
    {
        switch (definition)
        {
            case IMethodSymbol { ContainingType.Name: RegistrationReader.Descriptor } maker:
                return maker.IsStatic || maker.MethodKind == MethodKind.Constructor;
            case IMethodSymbol { MethodKind: MethodKind.Constructor }:
                return false;
            case IMethodSymbol { IsStatic: true, Name: "CreateInstance" or "CreateFactory" }:
                return true;
            case IMethodSymbol { Name: "Remove" or "RemoveAt" or "Clear" } or IPropertySymbol { IsIndexer: true }:
                return member.ContainingType is { TypeArguments: [{ Name: RegistrationReader.Descriptor }] } or { Name: RegistrationReader.Collection };
            case IMethodSymbol method:
                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Type.Name == RegistrationReader.Collection)
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>Whether several get the same object of it.</summary>
    public bool IsShared(INamedTypeSymbol type) => read.Value.Shared.Contains(type);

    /// <summary>Whether several get the same object of an interface of it, of which nothing says what makes it.</summary>
    public bool IsSharedByContract(INamedTypeSymbol type) => read.Value.Shared.Count > 0 && type.AllInterfaces.Any(contract => read.Value.Shared.Contains(contract.OriginalDefinition));

    /// <summary>Whether everybody gets an object of it for himself.</summary>
    public bool IsTransient(INamedTypeSymbol type) => read.Value.Transient.Contains(type) && !read.Value.Shared.Contains(type);
}
