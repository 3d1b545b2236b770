using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ethics.Crm.Tests.Json;

/// <summary>Guarded by the generator.</summary>
[DataSubject("contact")]
public partial class Person
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public virtual partial string Email { get; set; } = "";

    [DataCategory("contact.email"), CollectedFor("support")]
    public partial string? Nickname { get; set; }

    [DataCategory("contact.age"), CollectedFor("support")]
    public partial int Age { get; set; }

    [DataCategory("contact.age"), CollectedFor("support")]
    public partial int? Children { get; set; }

    public string City { get; set; } = "";

    public List<Ticket> Tickets { get; set; } = [];

    public string Greeting => $"Dear {Email}";
}

/// <summary>About the person, and not guarded.</summary>
public class Ticket
{
    public int Id { get; set; }

    [DataSubjectId(typeof(Person))]
    public int PersonId { get; set; }

    [DataCategory("contact.email")]
    public string Text { get; set; } = "";

    [DataCategory("contact.age"), CollectedFor("support")]
    public int Priority { get; set; }

    public string Subject { get; set; } = "";
}

/// <summary>As an object-relational mapper derives one.</summary>
public class PersonProxy : Person
{
    public override string Email { get => base.Email; set => base.Email = value; }
}

[JsonPolymorphic]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Letter), "letter")]
public abstract class Conversation
{
    [DataSubjectId(typeof(Person))]
    public int PersonId { get; set; }

    public abstract string Summary { get; set; }
}

public sealed class Call : Conversation
{
    [DataCategory("contact.email"), CollectedFor("support")]
    public override string Summary { get; set; } = "";

    public int Minutes { get; set; }
}

public sealed class Letter : Conversation
{
    public override string Summary { get; set; } = "";
}

public interface IReachable
{
    string Reach { get; }
}

public sealed partial class Desk : IReachable
{
    [DataCategory("contact.email"), CollectedFor("support")]
    public partial string Reach { get; set; }
}

public sealed class Branch : IReachable
{
    public string Reach { get; set; } = "";
}

[DataSubject("contact")]
public sealed partial record Row([property: DataSubjectId] int Id, [property: DataCategory("contact.email"), CollectedFor("support")] string Mail)
{
    [DataCategory("contact.email"), CollectedFor("support")]
    public required partial string Phone { get; init; }
}

[DataSubject("contact")]
public partial struct Spot
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public partial string? Guarded { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string? Plain;
}

/// <summary>Whatever the form had besides.</summary>
public sealed class Form
{
    [DataSubjectId(typeof(Person))]
    public int PersonId { get; set; }

    [JsonExtensionData, DataCategory("contact.email"), CollectedFor("support")]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed partial class GuardedForm
{
    public int Number { get; set; }

    [JsonExtensionData, DataCategory("contact.email"), CollectedFor("support")]
    public partial Dictionary<string, JsonElement>? Rest { get; set; }

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate), DataCategory("contact.email"), CollectedFor("support")]
    public partial List<string> Lines { get; } = [];
}

/// <summary>What is only read.</summary>
public sealed class Basket
{
    [DataCategory("contact.email"), CollectedFor("support")]
    public List<string> Lines { get; } = ["one"];

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Total { get; } = "1";
}

/// <summary>Data about two people.</summary>
public sealed class Introduction
{
    [DataSubjectId(typeof(Person))]
    public int From { get; set; }

    [DataSubjectId(typeof(Person))]
    public int To { get; set; }

    [DataCategory("contact.email")]
    public string? Words { get; set; }
}

/// <summary>Labelled by the policy of some tests.</summary>
public sealed class Legacy
{
    public string? Mail { get; set; }

    public int Born { get; set; }

    public string? Site { get; set; }
}

public sealed class Conditions
{
    [DataCategory("contact.email"), CollectedFor("support"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; set; }

    [DataCategory("contact.email"), CollectedFor("support"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Number { get; set; }

    [DataCategory("contact.email"), CollectedFor("support"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Always { get; set; }

    [JsonIgnore]
    public string Never { get; set; } = "never";
}

[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(List<Person>))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(IReachable))]
[JsonSerializable(typeof(Row))]
[JsonSerializable(typeof(Spot))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(GuardedForm))]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Introduction))]
[JsonSerializable(typeof(Legacy))]
[JsonSerializable(typeof(Conditions))]
[JsonSourceGenerationOptions(IncludeFields = true)]
internal sealed partial class MetadataContext : JsonSerializerContext;

[JsonSerializable(typeof(Legacy))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class WritingContext : JsonSerializerContext;

[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Legacy), GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class PartlyWritingContext : JsonSerializerContext;
