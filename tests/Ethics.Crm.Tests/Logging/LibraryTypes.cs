namespace Microsoft.AspNetCore.Identity.Look;

// As libraries have them: their namespaces are those of the framework.
public sealed class PersonalAttribute : Attribute;

public class IdentityUser
{
    [Personal]
    public string UserName { get; set; } = "";

    public override string ToString() => UserName;
}

public sealed class Login
{
    public string Key { get; set; } = "";

    public override string ToString() => Key;
}

public sealed class Role
{
    public string Name { get; set; } = "role";

    public override string ToString() => Name;
}

/// <summary>What a web framework answers of an error, with whatever the program adds.</summary>
public sealed class Problem
{
    public string? Title { get; set; }

    public IDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    public override string ToString() => "problem";
}

public sealed class Answer
{
    public object? Value { get; set; }

    public override string ToString() => "answer";
}
