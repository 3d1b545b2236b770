using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>What a parameter of a constructor is handed by somebody: by a container, or by code of the program that makes an object itself.</summary>
/// <param name="Parameter">What a container chooses for; null where code hands something over.</param>
/// <param name="Value">What code hands over.</param>
internal sealed record InjectedSource(IParameterSymbol? Parameter, IOperation? Value);

/// <summary>Members that hold what is handed to a constructor, and nothing else, and who hands something to it.</summary>
internal sealed class InjectedMembers(CallIndex index, BodyProvider bodies, CancellationToken cancellationToken)
{
    private readonly ClassWrites writes = new(cancellationToken);
    private readonly Dictionary<ISymbol, IReadOnlyList<InjectedSource>?> sources = new(SymbolEqualityComparer.Default);

    /// <summary>Who hands out what the member holds; null where it may have it from elsewhere.</summary>
    public IReadOnlyList<InjectedSource>? SourcesOfMember(ISymbol member)
    {
        member = StaticMembers.Definition(member);
        if (!sources.TryGetValue(member, out var found))
        {
            sources.Add(member, found = Find(member));
        }

        return found;
    }

    /// <summary>Who hands something to the parameter of a constructor. Null where that is not known.</summary>
    public IReadOnlyList<InjectedSource>? SourcesOf(IParameterSymbol parameter)
    {
        if (parameter is not { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Class } type } constructor } || index.Registrations.MayBeMadeByName(type))
        {
            return null;
        }

        var found = new List<InjectedSource>();
        var isMadeHere = false;
        foreach (var user in index.UsersOf(constructor.OriginalDefinition))
        {
            if (HandedToBase(user, constructor, parameter) is { } handed)
            {
                if (Parameter(user.ContainingType, handed) is not { } own || IsWritten(user.ContainingType, own) || RegisteredClasses.KeyOf(own) != RegisteredClasses.KeyOf(parameter) || SourcesOf(own) is not { } sources)
                {
                    return null;
                }

                found.AddRange(sources);
                continue;
            }

            if (HandedOver(user, constructor, parameter) is not { } values)
            {
                return null;
            }

            isMadeHere = true;
            found.AddRange(values.Select(static value => new InjectedSource(null, value)));
        }

        if (!type.IsAbstract && !(isMadeHere && IsMadeByFunctions(type)))
        {
            found.Add(new(parameter, null));
        }

        return found.Count > 0 ? found : null;
    }

    /// <summary>Whether a container that hands it out has it made by functions of the program.</summary>
    private bool IsMadeByFunctions(INamedTypeSymbol type)
    {
        var isAny = false;
        foreach (var one in index.Registrations.All)
        {
            if (SymbolEqualityComparer.Default.Equals(one.Service.OriginalDefinition, type.OriginalDefinition) || one.Classes?.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default) == true)
            {
                isAny |= !one.IsMadeByContainer;
                if (one.IsMadeByContainer && one.Way != RegistrationWay.Remove)
                {
                    return false;
                }
            }
        }

        return isAny;
    }

    /// <summary>What a method hands to the parameter where it makes objects. Null where they are not seen.</summary>
    private IReadOnlyList<IOperation>? HandedOver(IMethodSymbol user, IMethodSymbol constructor, IParameterSymbol parameter)
    {
        // Initializers of members run with constructors, and stand beside them.
        IEnumerable<SyntaxReference> references = user.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? user.ContainingType.DeclaringSyntaxReferences : user.DeclaringSyntaxReferences.Concat(user.PartialImplementationPart is { } part ? part.DeclaringSyntaxReferences.AsEnumerable() : []);
        var found = new List<IOperation>();
        var isMade = false;
        foreach (var syntax in references.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes()))
        {
            if (syntax is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax && bodies.OperationAt(syntax, cancellationToken) is IInvocationOperation { TargetMethod: var chained } && SymbolEqualityComparer.Default.Equals(chained.OriginalDefinition, constructor.OriginalDefinition))
            {
                return null;
            }

            if (syntax is BaseObjectCreationExpressionSyntax && bodies.OperationAt(syntax, cancellationToken) is IObjectCreationOperation made && SymbolEqualityComparer.Default.Equals(made.Constructor?.OriginalDefinition, constructor.OriginalDefinition))
            {
                isMade = true;
                var handed = made.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal);
                if (handed is not { ArgumentKind: ArgumentKind.Explicit or ArgumentKind.DefaultValue })
                {
                    // Several in one: what the compiler makes of them is not told here.
                    return null;
                }

                if (handed.ArgumentKind == ArgumentKind.Explicit)
                {
                    found.Add(handed.Value);
                }
            }
        }

        return isMade ? found : null;
    }

    /// <summary>What a constructor hands to a parameter of one of its base. Null where that is not told by name or place.</summary>
    public ExpressionSyntax? HandedToBase(IMethodSymbol user, IMethodSymbol constructor, IParameterSymbol parameter)
    {
        if (user.MethodKind != MethodKind.Constructor || !SymbolEqualityComparer.Default.Equals(user.ContainingType.BaseType?.OriginalDefinition, constructor.ContainingType.OriginalDefinition) || constructor.ContainingType.InstanceConstructors.Length > 1)
        {
            return null;
        }

        foreach (var reference in user.DeclaringSyntaxReferences)
        {
            var arguments = reference.GetSyntax(cancellationToken) switch
            {
                ConstructorDeclarationSyntax { Initializer: { RawKind: (int)SyntaxKind.BaseConstructorInitializer } initializer } => initializer.ArgumentList,
                TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax handing, ..] } => handing.ArgumentList,
                _ => null,
            };
            if (arguments is not null && !MakesBase(user, reference.GetSyntax(cancellationToken), constructor.ContainingType.Name))
            {
                return arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)?.Expression
                    ?? (arguments.Arguments.All(static argument => argument.NameColon is null) && parameter.Ordinal < arguments.Arguments.Count ? arguments.Arguments[parameter.Ordinal].Expression : null);
            }
        }

        return null;
    }

    /// <summary>Whether the constructor also makes an object of the base.</summary>
    private static bool MakesBase(IMethodSymbol user, SyntaxNode syntax, string name)
        => syntax is ConstructorDeclarationSyntax && syntax.DescendantNodes().Any(node => node is ImplicitObjectCreationExpressionSyntax || (node is ObjectCreationExpressionSyntax { Type: var type } && type.ToString().Contains(name)))
            || (Initializers.IsPrimary(user) && syntax.DescendantNodes().Any(node => node is BaseObjectCreationExpressionSyntax made && (made is ImplicitObjectCreationExpressionSyntax || made.ToString().Contains(name))));

    private bool IsWritten(INamedTypeSymbol type, IParameterSymbol parameter)
        => writes.Of(type, parameter.Name).Any(write => write is null || !SymbolEqualityComparer.Default.Equals(Parameter(type, write), parameter));

    private IReadOnlyList<InjectedSource>? Find(ISymbol member)
    {
        if (member is IParameterSymbol kept)
        {
            return kept.ContainingType is { } owner && writes.Of(owner, kept.Name).Count == 0 ? SourcesOf(kept) : null;
        }

        if (!IsOwn(member))
        {
            return null;
        }

        var found = new List<InjectedSource>();
        foreach (var value in Initial(member).Concat(writes.Of(member.ContainingType, member.Name)))
        {
            if (value is null || Parameter(member.ContainingType, value) is not { } parameter || IsWritten(member.ContainingType, parameter) || SourcesOf(parameter) is not { } handing)
            {
                return null;
            }

            found.AddRange(handing);
        }

        return found.Count > 0 ? found : null;
    }

    /// <summary>Whether nobody outside of its class sets it.</summary>
    private static bool IsOwn(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsStatic && (field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private),
        IPropertySymbol property => property is { IsStatic: false, IsIndexer: false, SetMethod: null or { DeclaredAccessibility: Accessibility.Private } } && !property.IsVirtual && !property.IsOverride && !property.IsAbstract && IsAutomatic(property),
        _ => false,
    };

    private static bool IsAutomatic(IPropertySymbol property)
        => property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    private IEnumerable<ExpressionSyntax?> Initial(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is not null)
            {
                yield return initializer.Value;
            }
        }
    }

    /// <summary>The parameter of a constructor that an expression only names.</summary>
    public static IParameterSymbol? Parameter(INamedTypeSymbol type, ExpressionSyntax value)
    {
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax inner:
                    value = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner:
                    value = inner.Operand;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } inner:
                    value = inner.Left;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name } used when !ClassWrites.IsInFunction(used):
                    var written = used.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() as ConstructorDeclarationSyntax;
                    return type.InstanceConstructors.Where(constructor => written is null ? Initializers.IsPrimary(constructor) : constructor.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == written.SyntaxTree && reference.Span == written.Span))
                        .SelectMany(static constructor => constructor.Parameters).FirstOrDefault(parameter => parameter.Name == name);
                default:
                    return null;
            }
        }
    }
}
