using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ethics.Crm.Tests.Storage;

/// <summary>As a mapper likes them: guarded by the generator, set by itself alone, made by a constructor that nobody else calls.</summary>
[DataSubject("contact")]
public sealed partial class Member
{
    private Member()
    {
    }

    public Member(int id, string email, string? nickname, int age)
    {
        Id = id;
        Email = email;
        Nickname = nickname;
        Age = age;
    }

    [DataSubjectId]
    public int Id { get; private set; }

    [DataCategory("contact.email")]
    public partial string Email { get; private set; } = "";

    [DataCategory("contact.email"), CollectedFor("support")]
    public partial string? Nickname { get; set; }

    [DataCategory("contact.age"), CollectedFor("support")]
    public partial int Age { get; init; }

    public string Greeting => $"Dear {Email}";
}

public sealed record Basket(int Id, IReadOnlyList<Member> Members, string Note);

/// <summary>Not about a person by itself: another type with the same names.</summary>
public sealed class Row
{
    public int Id { get; set; }

    public string? Email { get; set; }
}

public sealed class RowWithoutIt
{
    public int Id { get; set; }
}

public sealed class RowForMore
{
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string? Nickname { get; set; }
}

public sealed class RowForLess
{
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string? Email { get; set; }
}

public sealed class OpenRow
{
    public int Id { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class Node
{
    public Node? Next { get; set; }
}

public sealed class OpenBasket
{
    public int Id { get; set; }

    public List<JsonElement>? Members { get; set; }
}

/// <summary>Makes something of a guarded member when it is asked, and keeps it.</summary>
public sealed class Greeter
{
    private string? _greeting;

    public Member? Member { get; set; }

    public string Greeting
    {
        get => _greeting ??= "Dear " + Member?.Email;
        set => _greeting = value;
    }
}

/// <summary>As mapped classes are: nothing can be set from outside, and its mapper has a constructor of its own.</summary>
public sealed class Sealed
{
    private Sealed()
    {
    }

    public Sealed(int id, string name) => (Id, Name) = (id, name);

    public Sealed(int id)
        : this(id, "")
    {
    }

    public int Id { get; }

    public string Name { get; } = "";

    public List<string> Tags { get; } = [];
}
