namespace Ethics.Crm.Weaver;

/// <summary>What the build asks for: lines of <c>name=value</c>.</summary>
internal sealed record WeaveRequest
{
    /// <summary>The project's own assembly, woven in its place; null when only references are asked for.</summary>
    public string? Assembly { get; private set; }

    /// <summary>Null in a project without policy: what is labelled is then permitted for nothing, as for guarded properties.</summary>
    public string? Policy { get; private set; }

    public List<string> Bases { get; } = [];

    /// <summary>What the compiler was given, Ethics.Crm.Abstractions among it.</summary>
    public List<string> References { get; } = [];

    /// <summary>Assemblies of other projects that are copied beside the program.</summary>
    public List<string> Copied { get; } = [];

    /// <summary>Where woven copies of these go.</summary>
    public string? CopiesFolder { get; private set; }

    /// <summary>The project's key; null when it has none.</summary>
    public string? KeyFile { get; private set; }

    /// <summary>The key lies in a container of the machine, or only its public half is used: a signed assembly cannot be signed again.</summary>
    public bool KeyIsElsewhere { get; private set; }

    /// <summary>The signature is left to others, who have the key.</summary>
    public bool IsSignedLater { get; private set; }

    public static WeaveRequest Parse(IEnumerable<string> lines)
    {
        var request = new WeaveRequest();
        foreach (var line in lines)
        {
            var equals = line.IndexOf('=');
            if (equals > 0 && equals < line.Length - 1)
                request.Set(line[..equals], line[(equals + 1)..]);
        }

        return request;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "assembly": Assembly = value; break;
            case "policy": Policy = value; break;
            case "base": Bases.Add(value); break;
            case "reference": References.Add(value); break;
            case "copied": Copied.Add(value); break;
            case "copies": CopiesFolder = value; break;
            case "key": KeyFile = value; break;
            case "keycontainer": KeyIsElsewhere = true; break;
            case "signedlater": IsSignedLater |= value.Equals("true", StringComparison.OrdinalIgnoreCase); break;
            default: throw new WeavingException($"the weaver does not know '{name}'; the targets that call it are of another version.");
        }
    }
}
