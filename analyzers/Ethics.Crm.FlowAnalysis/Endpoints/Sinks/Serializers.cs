using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>Families of serialisers, each with attributes of its own that leave a member out.</summary>
internal enum SerializerKind
{
    SystemTextJson,
    Newtonsoft,
    Xml,
    DataContract,
    Csv,
    Yaml,
}

/// <summary>A method that writes an object out member by member.</summary>
/// <param name="Parameter">The name of the parameter that gets the object, or a sequence of them.</param>
internal sealed record Serializer(SerializerKind Kind, string Parameter);

/// <summary>Serialisers to JSON, XML, CSV and YAML, and what hands one an object, by their names; and which members each of them writes.</summary>
internal static class Serializers
{
    private const string DataContract = "System.Runtime.Serialization.DataContractAttribute";
    private const string DataMember = "System.Runtime.Serialization.DataMemberAttribute";

    /// <summary>By the full name of the type; a method counts whose name begins so.</summary>
    private static readonly Dictionary<string, (SerializerKind Kind, string Method, string Parameter)> Types = new(StringComparer.Ordinal)
    {
        ["System.Text.Json.JsonSerializer"] = (SerializerKind.SystemTextJson, "Serialize", "value"),
        ["System.Net.Http.Json.JsonContent"] = (SerializerKind.SystemTextJson, "Create", "inputValue"),
        ["System.Net.Http.Json.HttpClientJsonExtensions"] = (SerializerKind.SystemTextJson, "P", "value"),
        ["Microsoft.AspNetCore.Http.HttpResponseJsonExtensions"] = (SerializerKind.SystemTextJson, "WriteAsJsonAsync", "value"),
        ["Microsoft.AspNetCore.Http.Results"] = (SerializerKind.SystemTextJson, "Json", "data"),
        ["Microsoft.AspNetCore.Http.TypedResults"] = (SerializerKind.SystemTextJson, "Json", "data"),
        ["Newtonsoft.Json.JsonConvert"] = (SerializerKind.Newtonsoft, "SerializeObject", "value"),
        ["Newtonsoft.Json.JsonSerializer"] = (SerializerKind.Newtonsoft, "Serialize", "value"),
        ["Newtonsoft.Json.Linq.JToken"] = (SerializerKind.Newtonsoft, "FromObject", "o"),
        ["Newtonsoft.Json.Linq.JObject"] = (SerializerKind.Newtonsoft, "FromObject", "o"),
        ["Newtonsoft.Json.Linq.JArray"] = (SerializerKind.Newtonsoft, "FromObject", "o"),
        ["System.Xml.Serialization.XmlSerializer"] = (SerializerKind.Xml, "Serialize", "o"),
        ["System.Runtime.Serialization.XmlObjectSerializer"] = (SerializerKind.DataContract, "WriteObject", "graph"),
        ["System.Runtime.Serialization.DataContractSerializer"] = (SerializerKind.DataContract, "WriteObject", "graph"),
        ["System.Runtime.Serialization.Json.DataContractJsonSerializer"] = (SerializerKind.DataContract, "WriteObject", "graph"),
        ["CsvHelper.IWriter"] = (SerializerKind.Csv, "WriteRecord", "record"),
        ["CsvHelper.CsvWriter"] = (SerializerKind.Csv, "WriteRecord", "record"),
        ["YamlDotNet.Serialization.ISerializer"] = (SerializerKind.Yaml, "Serialize", "graph"),
        ["YamlDotNet.Serialization.Serializer"] = (SerializerKind.Yaml, "Serialize", "graph"),
    };

    private static readonly Dictionary<string, (SerializerKind Kind, string Method)> Readers = new(StringComparer.Ordinal)
    {
        ["System.Text.Json.JsonSerializer"] = (SerializerKind.SystemTextJson, "Deserialize"),
        ["System.Net.Http.Json.HttpClientJsonExtensions"] = (SerializerKind.SystemTextJson, "GetFromJson"),
        ["System.Net.Http.Json.HttpContentJsonExtensions"] = (SerializerKind.SystemTextJson, "ReadFromJson"),
        ["Newtonsoft.Json.JsonConvert"] = (SerializerKind.Newtonsoft, "DeserializeObject"),
        ["Newtonsoft.Json.JsonSerializer"] = (SerializerKind.Newtonsoft, "Deserialize"),
        ["Newtonsoft.Json.Linq.JToken"] = (SerializerKind.Newtonsoft, "ToObject"),
        ["YamlDotNet.Serialization.IDeserializer"] = (SerializerKind.Yaml, "Deserialize"),
        ["YamlDotNet.Serialization.Deserializer"] = (SerializerKind.Yaml, "Deserialize"),
        ["CsvHelper.IReader"] = (SerializerKind.Csv, "GetRecord"),
        ["CsvHelper.CsvReader"] = (SerializerKind.Csv, "GetRecord"),
    };

    /// <summary>Null for a method that writes no object out.</summary>
    public static Serializer? Of(IMethodSymbol method)
        => method.ContainingType is { } type && Types.TryGetValue(SymbolNames.FullName(type.OriginalDefinition), out var known) && method.Name.StartsWith(known.Method, StringComparison.Ordinal)
            ? new Serializer(known.Kind, known.Parameter)
            : null;

    /// <summary>By what the method makes objects of a text again; null for one that makes none.</summary>
    public static SerializerKind? Reads(IMethodSymbol method)
        => method.ContainingType is { } type && Readers.TryGetValue(SymbolNames.FullName(type.OriginalDefinition), out var known) && method.Name.StartsWith(known.Method, StringComparison.Ordinal) ? known.Kind : null;

    /// <summary>Whether it gets the object, or the objects: <c>record</c> and <c>records</c>.</summary>
    public static bool Takes(Serializer serializer, IParameterSymbol? parameter) => parameter is not null && parameter.Name.StartsWith(serializer.Parameter, StringComparison.Ordinal);

    /// <summary>Whether a member of which others can read the value is among what is written. What a converter writes is its own affair.</summary>
    public static bool IsWritten(ISymbol member, SerializerKind kind)
    {
        switch (kind)
        {
            case SerializerKind.SystemTextJson:
                return !IsIgnoredByJson(member) && !IsConverted(member, "System.Text.Json.Serialization.JsonConverterAttribute")
                    && (member is not IFieldSymbol || Has(member, "System.Text.Json.Serialization.JsonIncludeAttribute"));
            case SerializerKind.Newtonsoft:
                return !Has(member, "Newtonsoft.Json.JsonIgnoreAttribute") && !Has(member, "System.Runtime.Serialization.IgnoreDataMemberAttribute") && !Has(member, "System.NonSerializedAttribute")
                    && !IsConverted(member, "Newtonsoft.Json.JsonConverterAttribute")
                    && (!IsOptIn(member.ContainingType) || Has(member, "Newtonsoft.Json.JsonPropertyAttribute") || Has(member, DataMember));
            case SerializerKind.Xml:
                return !Has(member, "System.Xml.Serialization.XmlIgnoreAttribute") && IsSet(member);
            case SerializerKind.DataContract:
                return Has(member.ContainingType, DataContract) ? Has(member, DataMember) : !Has(member, "System.Runtime.Serialization.IgnoreDataMemberAttribute") && IsSet(member);
            case SerializerKind.Csv:
                return member is IPropertySymbol && !Has(member, "CsvHelper.Configuration.Attributes.IgnoreAttribute") && !Has(member, "CsvHelper.Configuration.Attributes.TypeConverterAttribute");
            default:
                return !Has(member, "YamlDotNet.Serialization.YamlIgnoreAttribute");
        }
    }

    /// <summary>Without a condition, or with the one that always holds.</summary>
    private static bool IsIgnoredByJson(ISymbol member)
    {
        const int Always = 1;
        foreach (var attribute in member.GetAttributes())
        {
            if (Is(attribute, "System.Text.Json.Serialization.JsonIgnoreAttribute"))
            {
                return attribute.NamedArguments.All(static argument => argument.Key != "Condition" || argument.Value.Value is Always);
            }
        }

        return false;
    }

    private static bool IsConverted(ISymbol member, string converter)
        => Has(member, converter) || ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) is INamedTypeSymbol type && Has(type, converter) || Has(member.ContainingType, converter);

    /// <summary>Whether only members are written that say so.</summary>
    private static bool IsOptIn(INamedTypeSymbol type)
        => Has(type, DataContract) || type.GetAttributes().Any(static attribute => Is(attribute, "Newtonsoft.Json.JsonObjectAttribute") && attribute.ConstructorArguments is [{ Value: 1 }, ..]);

    /// <summary>These write only what they can read back.</summary>
    private static bool IsSet(ISymbol member) => member is not IPropertySymbol property || property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || Transfer.Known.IsCollection(property.Type);

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(one => Is(one, attribute));

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && name.EndsWith("." + type.Name, StringComparison.Ordinal) && SymbolNames.FullName(type) == name;
}
