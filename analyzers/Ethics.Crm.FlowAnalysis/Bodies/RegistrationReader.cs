using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Reads calls by which containers are told what to hand out. What it cannot read may be anything: then all that a program has of an interface may run, as without container.</summary>
internal sealed class RegistrationReader
{
    public const string Collection = "IServiceCollection";
    public const string Descriptor = "ServiceDescriptor";

    private readonly Compilation compilation;
    private readonly HandedOutClasses handedOut;
    private readonly List<Registration> all = [];
    private readonly HashSet<INamedTypeSymbol> madeByName = new(SymbolEqualityComparer.Default);
    private bool isAnyMadeByName;

    public RegistrationReader(Compilation compilation, TypeHierarchy types, IEnumerable<IOperation> noted)
    {
        this.compilation = compilation;
        handedOut = new HandedOutClasses(types);
        foreach (var operation in noted.OrderBy(static one => one.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Syntax.SpanStart).ThenBy(static one => one.Syntax.Span.End))
        {
            Read(operation);
        }

        foreach (var one in all)
        {
            var lifetime = one.Lifetime switch { ServiceLifetime.Shared => Shared, ServiceLifetime.Transient => Transient, _ => null };
            if (one.Way != RegistrationWay.Remove)
            {
                // What is not known is whatever has the contract.
                lifetime?.UnionWith(one.Classes is { Count: > 0 } known ? known : [one.Service.OriginalDefinition]);
            }
        }
    }

    public IReadOnlyList<Registration> All => all;

    public HashSet<INamedTypeSymbol> Shared { get; } = new(SymbolEqualityComparer.Default);

    public HashSet<INamedTypeSymbol> Transient { get; } = new(SymbolEqualityComparer.Default);

    public bool IsAnythingPossible { get; private set; }

    public bool IsAnythingPossibleElsewhere { get; private set; }

    public bool AreTakenOut { get; private set; }

    public bool MayBeMadeByName(INamedTypeSymbol type) => isAnyMadeByName || madeByName.Contains(type.OriginalDefinition);

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Constructor: { } constructor } made when constructor.ContainingType.Name == Descriptor:
                Add(made, constructor, made.Arguments, ServiceLifetime.Unknown, WayOf(made));
                break;
            case IInvocationOperation { TargetMethod: { ContainingType.Name: Descriptor } target } described:
                Add(described, target, described.Arguments, LifetimeOf(target.Name, ""), WayOf(described));
                break;
            case IInvocationOperation { TargetMethod: { Name: "CreateInstance" or "CreateFactory" } target } byName:
                MadeByName(target, byName);
                break;
            case IInvocationOperation { TargetMethod: var target } call when target.Parameters.Any(static parameter => parameter.Type.Name == Collection):
                Read(call, target);
                break;
            case IMethodReferenceOperation { Method: var named }:
                // Whoever has the function calls it with what nobody sees.
                IsAnythingPossible |= !SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly);
                break;
            default:
                AreTakenOut = true;
                break;
        }
    }

    private void Read(IInvocationOperation call, IMethodSymbol target)
    {
        var way = target.Name.StartsWith("Try", StringComparison.Ordinal) ? RegistrationWay.Try : RegistrationWay.Add;
        if (LifetimeOf(target.Name, "Add") is not ServiceLifetime.Unknown and var lifetime)
        {
            Add(call, target, call.Arguments, lifetime, way);
        }
        else if (target.Name is "RemoveAll" or "RemoveAllKeyed")
        {
            Add(call, target, call.Arguments, ServiceLifetime.Unknown, RegistrationWay.Remove);
        }
        else if (target.Name is "Add" or "TryAdd" or "TryAddEnumerable" or "Replace" && target.Parameters.Length == 2)
        {
            // What it is handed says it where it is made.
        }
        else if (SymbolEqualityComparer.Default.Equals(target.ContainingAssembly, compilation.Assembly))
        {
            // What it does stands in its body.
        }
        else if (!IsOfFramework(target.ContainingAssembly) && target.TypeArguments.IsEmpty && call.Arguments.All(argument => argument.Parameter?.Type.Name == Collection || Transfer.Known.IsSimple(argument.Value.Type)))
        {
            // What it registers are its own classes, or what it finds in the program for its own contracts.
            IsAnythingPossibleElsewhere = true;
        }
        else if (!IsOfFramework(target.ContainingAssembly) || call.Arguments.Any(static argument => argument.Value.Type is { Name: "Type" or "Assembly" } && argument.Value is not ITypeOfOperation))
        {
            IsAnythingPossible = true;
        }
        else
        {
            AddNamed(call, target);
        }
    }

    /// <summary>A method of the framework that registers something of its own, and with it what it names: a client, a check, a context.</summary>
    private void AddNamed(IInvocationOperation call, IMethodSymbol target)
    {
        var named = target.TypeArguments.Concat(call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().Select(static type => type.TypeOperand)).OfType<INamedTypeSymbol>().ToArray();
        if (target.TypeArguments is [INamedTypeSymbol service, INamedTypeSymbol { TypeKind: TypeKind.Class } made] && TypeHierarchy.IsA(made, service) && !call.Arguments.Any(static argument => argument.Parameter?.Name == "factory"))
        {
            all.Add(new Registration(service, null, [made.OriginalDefinition], [], ServiceLifetime.Unknown, RegistrationWay.Beside, false, call.Syntax));
            return;
        }

        foreach (var one in named)
        {
            if (SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, compilation.Assembly))
            {
                all.Add(new Registration(one, null, null, [], target.Name == "AddHostedService" ? ServiceLifetime.Shared : ServiceLifetime.Unknown, RegistrationWay.Beside, false, call.Syntax));
            }
        }
    }

    private void Add(IOperation call, IMethodSymbol target, IReadOnlyList<IArgumentOperation> arguments, ServiceLifetime lifetime, RegistrationWay way)
    {
        string? key = null;
        ITypeSymbol? service = target.TypeArguments.FirstOrDefault();
        ITypeSymbol? made = target.TypeArguments.Length == 2 ? target.TypeArguments[1] : null;
        IOperation? factory = null, instance = null;
        var isKnown = true;
        foreach (var argument in arguments)
        {
            switch (argument.Parameter?.Name)
            {
                case "serviceKey":
                    key = HandedOutClasses.KeyOf(argument.Value);
                    break;
                case "serviceType":
                    service = (argument.Value as ITypeOfOperation)?.TypeOperand;
                    break;
                case "implementationType":
                    made = (argument.Value as ITypeOfOperation)?.TypeOperand;
                    isKnown = made is not null;
                    break;
                case "implementationFactory" or "factory":
                    factory = argument.Value;
                    break;
                case "implementationInstance" or "instance":
                    instance = argument.Value;
                    break;
                case "lifetime" when HandedOutClasses.Through(argument.Value) is IFieldReferenceOperation { Field.Name: var named }:
                    lifetime = named == "Transient" ? ServiceLifetime.Transient : ServiceLifetime.Shared;
                    break;
            }
        }

        if (service is not INamedTypeSymbol asked)
        {
            // Taking out what is not known takes nothing in.
            IsAnythingPossible |= way != RegistrationWay.Remove;
            return;
        }

        if (call is IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: var collection }, ..], Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } } && !receiver.Span.Contains(collection.Syntax.Span))
        {
            // Called by the name of its class: which collection it is, the text does not show as easily.
            way = way == RegistrationWay.Remove ? way : RegistrationWay.Beside;
        }

        asked = asked.IsUnboundGenericType ? asked.OriginalDefinition : asked;
        var classes = way == RegistrationWay.Remove ? HandedOut.Nothing
            : !isKnown ? HandedOut.Unknown
            : factory is not null ? handedOut.ByFunction(factory, made ?? asked)
            : instance is not null ? handedOut.By(instance)
            : (made ?? asked) is INamedTypeSymbol { TypeKind: TypeKind.Class } type ? new HandedOut([type.OriginalDefinition], [])
            : HandedOut.Unknown;
        all.Add(new Registration(asked, key, classes.Classes, classes.Forwards, lifetime, way, factory is null && instance is null && isKnown, call.Syntax));
    }

    /// <summary>What is made with arguments that are not the container's.</summary>
    private void MadeByName(IMethodSymbol target, IInvocationOperation call)
    {
        var type = target.TypeArguments.FirstOrDefault() ?? call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        if (type is INamedTypeSymbol named)
        {
            madeByName.Add(named.OriginalDefinition);
        }
        else
        {
            isAnyMadeByName = true;
        }
    }

    /// <summary>What becomes of a description.</summary>
    private static RegistrationWay WayOf(IOperation description)
    {
        var parent = description.Parent;
        while (parent is IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation call && (call.TargetMethod.ContainingType.TypeArguments is [{ Name: Descriptor }] || call.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name == Collection))
            ? call.TargetMethod.Name switch { "Add" or "Replace" => RegistrationWay.Add, "TryAdd" => RegistrationWay.Try, _ => RegistrationWay.Beside }
            : RegistrationWay.Beside;
    }

    private static ServiceLifetime LifetimeOf(string name, string verb)
    {
        var start = name.StartsWith("Try" + verb, StringComparison.Ordinal) && verb.Length > 0 ? verb.Length + 3 : name.StartsWith(verb, StringComparison.Ordinal) ? verb.Length : -1;
        if (start < 0)
        {
            return ServiceLifetime.Unknown;
        }

        var rest = name.Substring(start);
        return (rest.StartsWith("Keyed", StringComparison.Ordinal) ? rest.Substring(5) : rest) switch
        {
            "Transient" => ServiceLifetime.Transient,
            "Scoped" or "Singleton" => ServiceLifetime.Shared,
            _ => ServiceLifetime.Unknown,
        };
    }

    private static bool IsOfFramework(IAssemblySymbol? assembly)
        => assembly?.Name is { } name && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Ethics.Crm", StringComparison.Ordinal));
}
