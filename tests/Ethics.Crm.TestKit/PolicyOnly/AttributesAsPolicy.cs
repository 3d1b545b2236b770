using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.TestKit;

/// <summary>Which attributes become entries of the policy.</summary>
[Flags]
public enum Turned
{
    /// <summary>None: everything is said in code.</summary>
    None = 0,

    /// <summary><c>[DataCategory]</c> of members.</summary>
    Categories = 1,

    /// <summary><c>[CollectedFor]</c> of members.</summary>
    Collected = 2,

    /// <summary><c>[ForPurpose]</c> of members and types.</summary>
    Code = 4,

    /// <summary><c>[DisclosesTo]</c> of methods, properties and types, and <c>[Anonymizes]</c>.</summary>
    Methods = 8,

    /// <summary>All that a policy can say.</summary>
    All = Categories | Collected | Code | Methods,
}

/// <summary>
/// The same program with what its attributes say said by the policy instead. Each attribute that goes leaves blanks, so that every place stays where it was. What a policy cannot say stays in code: nested
/// declarations, the purposes of one overload among several, what a parameter discloses, attribute classes, and whose data it is.
/// </summary>
public sealed class AttributesAsPolicy
{
    private readonly Turned turned;
    private readonly JsonObject policy;
    private readonly Dictionary<SyntaxTree, HashSet<AttributeSyntax>> gone = [];
    private readonly HashSet<string> several = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared;

    /// <summary>An entry that is there already may be a ceiling, which attributes are judged by.</summary>
    private readonly bool hasCode;

    private AttributesAsPolicy(Turned turned, JsonObject policy)
    {
        this.turned = turned;
        this.policy = policy;
        hasCode = policy["code"] is not null;
        declared = [.. Part("categories").Concat(Part("purposes")).Concat(Part("recipients")).SelectMany(static entry => Branches(entry.Key))];
    }

    /// <returns>The program and its policy; null where no attribute could go.</returns>
    public static (CSharpCompilation Compilation, string Policy)? Of(CSharpCompilation compilation, string policy, Turned turned)
    {
        var all = new AttributesAsPolicy(turned, JsonNode.Parse(policy, null, new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject());
        var symbols = DeclaredIn(compilation.Assembly.GlobalNamespace).ToArray();
        all.several.UnionWith(symbols.GroupBy(PolicyNames.Of, StringComparer.Ordinal).Where(static same => same.Count() > 1).Select(static same => same.Key));
        foreach (var symbol in symbols)
        {
            all.Turn(symbol);
        }

        if (all.gone.Count == 0)
        {
            return null;
        }

        foreach (var (tree, attributes) in all.gone)
        {
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(BlankedAttributes.In(tree, attributes), (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        return (compilation, all.policy.ToJsonString());
    }

    private void Turn(ISymbol symbol)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type:
                Code(type, PolicyNames.Of(type));
                Discloses(type, PolicyNames.Of(type) + ".**");
                break;
            case IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, ContainingType.TypeKind: not TypeKind.Delegate }:
                var method = (IMethodSymbol)symbol;
                Label(PolicyNames.WithTypes(method), method.GetReturnTypeAttributes());
                Code(method, PolicyNames.Of(method));
                Discloses(method, PolicyNames.WithTypes(method));
                Anonymizes(method);
                foreach (var parameter in method.Parameters)
                {
                    if (PropertyOf(parameter) is not { } property)
                    {
                        Label(PolicyNames.WithTypes(method) + "#" + parameter.Name, parameter.GetAttributes());
                    }
                    else if (!property.GetAttributes().Any(IsLabel) && !IsLabelledElsewhere(property, parameter))
                    {
                        Label(PolicyNames.WithTypes(method) + "#" + parameter.Name, parameter.GetAttributes(), PolicyNames.Of(property));
                    }
                }

                break;
            case IPropertySymbol property:
                if (!IsLabelledElsewhere(property))
                {
                    Label(PolicyNames.Of(property), property.GetAttributes());
                }

                Code(property, PolicyNames.Of(property));
                Discloses(property, PolicyNames.Of(property));
                break;
            case IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } when !symbol.GetAttributes().Any(StandsForALabel):
                Label(PolicyNames.Of(symbol), symbol.GetAttributes());
                break;
        }
    }

    /// <param name="beside">What the same attribute labels as well: the property of a positional record.</param>
    private void Label(string name, ImmutableArray<AttributeData> attributes, string? beside = null)
    {
        if (several.Contains(name))
        {
            return;
        }

        var entry = new JsonObject();
        foreach (var attribute in attributes)
        {
            if (Is(attribute, Turned.Categories, "DataCategoryAttribute") && Texts(attribute) is [var category] && Part("categories").ContainsKey(category))
            {
                entry["category"] = category;
                Remove(attribute);
            }
            else if (Is(attribute, Turned.Collected, "CollectedForAttribute") && Texts(attribute) is { Length: > 0 } purposes)
            {
                entry["collectedFor"] = new JsonArray([.. purposes.Select(static purpose => JsonValue.Create(purpose))]);
                Remove(attribute);
            }
        }

        foreach (var labelled in entry.Count == 0 ? [] : beside is null ? [name] : new[] { name, beside })
        {
            Part("fields")[labelled] = entry.DeepClone();
        }
    }

    private void Code(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, Turned.Code, "ForPurposeAttribute") && Texts(attribute) is { Length: > 0 } purposes && !several.Contains(name) && !hasCode)
            {
                Part("code")[name] = new JsonArray([.. purposes.Select(static purpose => JsonValue.Create(purpose))]);
                Remove(attribute);
            }
        }
    }

    private void Discloses(ISymbol symbol, string method)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, Turned.Methods, "DisclosesToAttribute") && Texts(attribute) is [var recipient])
            {
                List("sinks").Add(new JsonObject { ["method"] = method, ["disclosesTo"] = recipient });
                Remove(attribute);
            }
        }
    }

    private void Anonymizes(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes().Concat(method.GetReturnTypeAttributes()))
        {
            if (Is(attribute, Turned.Methods, "AnonymizesAttribute") && Texts(attribute, isName: false) is [{ Length: > 0 } why] && policy["declassify"] is null)
            {
                List("anonymizers").Add(new JsonObject { ["method"] = PolicyNames.WithTypes(method), ["because"] = why });
                Remove(attribute);
            }
        }
    }

    private bool Is(AttributeData attribute, Turned which, string name)
        => turned.HasFlag(which) && attribute is { AttributeClass: { } type, ApplicationSyntaxReference: not null, NamedArguments.IsEmpty: true } && type.Name == name && type.ContainingNamespace.ToDisplayString() == "Ethics.Crm";

    /// <summary>Null where one is no constant, or nothing that the policy declares: that is another finding there.</summary>
    private string[]? Texts(AttributeData attribute, bool isName = true)
    {
        var texts = attribute.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values.IsDefault ? [] : argument.Values.AsEnumerable() : [argument]).ToArray();
        return attribute.AttributeConstructor is not null && texts.All(text => text is { Kind: TypedConstantKind.Primitive, Value: string name } && (!isName || declared.Contains(name))) ? [.. texts.Select(static text => (string)text.Value!)] : null;
    }

    private void Remove(AttributeData attribute)
    {
        var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax();
        if (!gone.TryGetValue(syntax.SyntaxTree, out var attributes))
        {
            gone.Add(syntax.SyntaxTree, attributes = []);
        }

        attributes.Add(syntax);
    }

    private static IEnumerable<string> Branches(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            yield return name[..end];
        }
    }

    private JsonObject Part(string name) => (policy[name] ??= new JsonObject()).AsObject();

    private JsonArray List(string name) => (policy[name] ??= new JsonArray()).AsArray();

    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter)
        => parameter.ContainingType.IsRecord && parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax
            ? parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
            : null;

    /// <summary>Where several places say something of a property, all of it counts, and one entry cannot say that.</summary>
    /// <param name="besides">The place that is looked at; null for the property itself.</param>
    private static bool IsLabelledElsewhere(IPropertySymbol property, IParameterSymbol? besides = null)
    {
        var places = (property.GetMethod?.GetReturnTypeAttributes() ?? []).AsEnumerable();
        places = places.Concat(property.ContainingType.GetMembers("<" + property.Name + ">k__BackingField").SelectMany(static field => field.GetAttributes()));
        places = places.Concat(property.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, besides) && parameter.Name == property.Name).SelectMany(static parameter => parameter.GetAttributes()));
        return places.Any(IsLabel) || property.GetAttributes().Concat(besides?.GetAttributes() ?? []).Any(StandsForALabel);
    }

    private static bool IsLabel(AttributeData attribute) => attribute.AttributeClass is { Name: "DataCategoryAttribute" or "CollectedForAttribute" } || StandsForALabel(attribute);

    private static bool StandsForALabel(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(static inner => inner.AttributeClass is { Name: "DataCategoryAttribute" or "CollectedForAttribute" }))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ISymbol> DeclaredIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (!member.Locations.Any(static place => place.IsInSource))
            {
                continue;
            }

            if (member is not INamespaceSymbol)
            {
                yield return member;
            }

            foreach (var inner in member is INamespaceOrTypeSymbol within ? DeclaredIn(within) : [])
            {
                yield return inner;
            }
        }
    }
}
