using System.Text.Json.Serialization;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks.Json;

public sealed class PlainCustomer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string? Phone { get; set; }

    public string City { get; set; } = "";

    public DateTime Since { get; set; }

    public bool IsActive { get; set; }

    public List<PlainOrder> Orders { get; set; } = [];
}

public sealed class PlainOrder
{
    public int Id { get; set; }

    public string Number { get; set; } = "";

    public decimal Total { get; set; }

    public string? Note { get; set; }
}

/// <summary>The same, guarded: the getters come from the source generator.</summary>
[DataSubject]
public sealed partial class GuardedCustomer
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public partial string Name { get; set; } = "";

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public partial string Email { get; set; } = "";

    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support)]
    public partial string? Phone { get; set; }

    public string City { get; set; } = "";

    public DateTime Since { get; set; }

    public bool IsActive { get; set; }

    public List<GuardedOrder> Orders { get; set; } = [];
}

public sealed partial class GuardedOrder
{
    public int Id { get; set; }

    [DataSubjectId(typeof(GuardedCustomer))]
    [JsonIgnore]
    public int CustomerId { get; set; }

    public string Number { get; set; } = "";

    public decimal Total { get; set; }

    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public partial string? Note { get; set; }
}

/// <summary>The same, labelled and not guarded.</summary>
[DataSubject]
public sealed class LabelledCustomer
{
    [DataSubjectId]
    public int Id { get; set; }

#pragma warning disable ECRM1106 // What they cost that nobody made partial is what is measured.
    [DataCategory(Categories.ContactName), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public string Name { get; set; } = "";

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public string Email { get; set; } = "";

    [DataCategory(Categories.ContactPhone), CollectedFor(Purposes.Support)]
    public string? Phone { get; set; }
#pragma warning restore ECRM1106

    public string City { get; set; } = "";

    public DateTime Since { get; set; }

    public bool IsActive { get; set; }

    public List<PlainOrder> Orders { get; set; } = [];
}

[JsonSerializable(typeof(List<PlainCustomer>))]
[JsonSerializable(typeof(List<GuardedCustomer>))]
internal sealed partial class CustomerContext : JsonSerializerContext;

/// <summary>Without finished code: what a serialiser uses once a member asks.</summary>
[JsonSerializable(typeof(List<PlainCustomer>))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class MetadataContext : JsonSerializerContext;
