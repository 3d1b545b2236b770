using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static Ethics.Crm.Parity.Tests.Models.GeneratedPolicy;

namespace Ethics.Crm.Parity.Tests.Models;

/// <summary>A class with members that are labelled in every way there is, code that reads each of them for each purpose on a line of its own, and the policy for both.</summary>
internal sealed class GeneratedProgram
{
    private const int Members = 24;
    private static readonly (string Type, string Value)[] s_types = [("string", "\"value\""), ("int", "7"), ("int?", "7"), ("System.DateTime", "new System.DateTime(2026, 1, 2)"), ("System.Collections.Generic.List<string>", "new() { \"value\" }")];

    private readonly Random _draw;
    private readonly StringBuilder _model = new();
    private readonly StringBuilder _base = new();
    private readonly StringBuilder _contract = new();
    private readonly StringBuilder _attributes = new();
    private readonly JsonObject _fields = [];
    private readonly JsonObject _foreign = [];
    private readonly List<Reading> _readings = [];

    public GeneratedProgram(int seed)
    {
        _draw = new Random(seed);
        // Of its own: a name is looked for in all that is loaded.
        Namespace = "Acme" + seed.ToString(CultureInfo.InvariantCulture);
        for (var number = 0; number < Members; number++)
            Add("M" + number.ToString(CultureInfo.InvariantCulture), number % 9);

        var code = new StringBuilder($"using Ethics.Crm;\nnamespace {Namespace} {{\npublic static class Reads {{\n");
        var line = 3;
        foreach (var (member, isGuarded) in Names)
        {
            foreach (var purpose in GeneratedPolicy.Purposes)
            {
                code.Append(CultureInfo.InvariantCulture, $"[ForPurpose(\"{purpose}\")] public static object R{line}(Contact c) => c.{member};\n");
                _readings.Add(new Reading(member, purpose, line++, isGuarded));
            }
        }

        code.Append("}\n").Append(_attributes)
            .Append("public interface IContact {\n").Append(_contract).Append("}\n")
            .Append("public abstract partial class Person {\n[DataSubjectId] public int Id { get; set; }\n").Append(_base).Append("}\n")
            .Append("[DataSubject(\"contact\")] public partial class Contact : Person, IContact {\n").Append(_model).Append("}\n}\n");
        Source = code.ToString();
        Policy = Of(_draw, _fields, _foreign);
    }

    public string Namespace { get; }

    public string Source { get; }

    public string Policy { get; }

    public IReadOnlyList<Reading> Readings => _readings;

    private List<(string Name, bool IsGuarded)> Names { get; } = [];

    private string Label(bool category, bool purposes) =>
        (category ? $"[DataCategory(\"{One(_draw, Categories)}\")] " : "") + (purposes ? $"[CollectedFor({string.Join(", ", Drawn(_draw, GeneratedPolicy.Purposes, 1).Select(static name => $"\"{name}\""))})] " : "");

    private string AnyLabel() => _draw.Next(3) switch { 0 => Label(true, false), 1 => Label(true, true), _ => Label(false, true) };

    private void Add(string name, int form)
    {
        var (type, value) = One(_draw, s_types);
        var isGuarded = form != 8;
        var label = form switch
        {
            0 => Label(true, false),
            1 => Label(true, true),
            2 => Label(false, true),
            3 => Stands(name),
            4 => Overrides(name, type, value),
            5 => Implements(name, type),
            6 => Field(name),
            7 => Foreign(name),
            _ => AnyLabel(),
        };
        _model.Append(CultureInfo.InvariantCulture, $"{label}public {(form == 4 ? "override " : "")}{(isGuarded ? "partial " : "")}{type} {name} {{ get; set; }} = {value};\n");
        Names.Add((name, isGuarded));
    }

    /// <summary>An attribute of the program that carries the product's.</summary>
    private string Stands(string name)
    {
        _attributes.Append(CultureInfo.InvariantCulture, $"{Label(true, _draw.Next(2) == 0)}public sealed class {name}Attribute : System.Attribute {{ }}\n");
        return $"[{name}] ";
    }

    private string Overrides(string name, string type, string value)
    {
        _base.Append(CultureInfo.InvariantCulture, $"{AnyLabel()}public virtual partial {type} {name} {{ get; set; }} = {value};\n");
        return _draw.Next(2) == 0 ? "" : AnyLabel();
    }

    private string Implements(string name, string type)
    {
        _contract.Append(CultureInfo.InvariantCulture, $"{AnyLabel()}{type} {name} {{ get; }}\n");
        return _draw.Next(2) == 0 ? "" : AnyLabel();
    }

    private string Field(string name)
    {
        var entry = new JsonObject { ["category"] = One(_draw, Categories) };
        if (_draw.Next(2) == 0)
            entry["collectedFor"] = new JsonArray([.. Drawn(_draw, GeneratedPolicy.Purposes, 1).Select(static purpose => (JsonNode)purpose)]);
        _fields[$"{Namespace}.Contact.{name}"] = entry;
        return "";
    }

    /// <summary>An attribute that knows nothing of us.</summary>
    private string Foreign(string name)
    {
        _attributes.Append(CultureInfo.InvariantCulture, $"public sealed class {name}Attribute : System.Attribute {{ }}\n");
        _foreign[$"{Namespace}.{name}Attribute"] = new JsonObject { ["category"] = One(_draw, Categories) };
        return $"[{name}] ";
    }
}

/// <summary>A member that is read for a purpose, on a line of the source, counted from nought.</summary>
internal sealed record Reading(string Member, string Purpose, int Line, bool IsGuarded);
