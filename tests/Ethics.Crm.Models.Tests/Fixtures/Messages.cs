using System.ComponentModel;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using System.Xml.Serialization;

namespace Ethics.Crm.Models.Tests.Fixtures;

/// <summary>What travels as JSON, guarded, and its twin without any guard.</summary>
[Newtonsoft.Json.JsonObject]
public sealed partial record Guarded([property: JsonPropertyOrder(-1)] int Id, string Name)
{
    [CollectedFor(Purposes.Support)]
    public partial string Name { get; init; } = Name;

    [CollectedFor(Purposes.Support), JsonPropertyName("mail"), Newtonsoft.Json.JsonProperty("mail")]
    public required partial string Email { get; init; }

    [CollectedFor(Purposes.Support)]
    public partial DateOnly? Born { get; set; }

    [CollectedFor(Purposes.Support), JsonIgnore, Newtonsoft.Json.JsonIgnore]
    public partial string? Secret { get; set; }

    [CollectedFor(Purposes.Support), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public partial string? Phone { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial List<string> Tags { get; set; } = [];
}

/// <summary>The twin.</summary>
[Newtonsoft.Json.JsonObject]
public sealed record Plain([property: JsonPropertyOrder(-1)] int Id, string Name)
{
    [JsonPropertyName("mail"), Newtonsoft.Json.JsonProperty("mail")]
    public required string Email { get; init; }

    public DateOnly? Born { get; set; }

    [JsonIgnore, Newtonsoft.Json.JsonIgnore]
    public string? Secret { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; set; }

    public List<string> Tags { get; set; } = [];
}

/// <summary>What travels as XML.</summary>
public partial class Letter
{
    [CollectedFor(Purposes.Support), XmlElement("to"), DefaultValue("nobody")]
    public partial string? Receiver { get; set; }

    [CollectedFor(Purposes.Support), XmlAttribute]
    public partial int Stamps { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial List<string> Lines { get; set; } = [];
}

/// <summary>What a data contract writes: with members named, and (serializable) field by field.</summary>
[DataContract]
public partial class Contract
{
    [DataMember(Name = "to"), CollectedFor(Purposes.Support)]
    public partial string? Receiver { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial string? Unnamed { get; set; }
}

[JsonSerializable(typeof(Guarded))]
[JsonSerializable(typeof(Plain))]
internal sealed partial class MessageJson : JsonSerializerContext;
