using System.Globalization;
using System.Text;

namespace Ethics.Crm.Parity.Tests.Purposes;

/// <summary>Classes of one shape, in which each of the places that can say what a member works for says nothing, support or marketing; at most two say something, in the first form three.</summary>
internal sealed class DeclaringProgram
{
    /// <summary>The places of the contract; those that stand together count together.</summary>
    public const int Member = 0, BaseMember = 1, ContractMember = 2, OfType = 3, Outer = 4, BaseType = 5, Contract = 6, MemberEntry = 7, TypeEntry = 8, ContractEntry = 9, Places = 10;

    private static readonly string?[] s_words = [null, "support", "marketing"];

    private readonly StringBuilder _source = new("using Ethics.Crm;\n");
    private readonly StringBuilder _entries = new();
    private readonly List<(string Name, string?[] Says)> _classes = [];

    /// <param name="form">How each class is written.</param>
    /// <param name="assembly">What the assembly says.</param>
    public DeclaringProgram(DeclaringForm form, string? assembly)
    {
        _source.Append(assembly is null ? "" : $"[assembly: ForPurpose(\"{assembly}\")]\n").Append("namespace Acme {\n");
        foreach (var says in Combinations(Places, form == DeclaringForm.All[0] && assembly is null ? 3 : 2))
        {
            if (Enumerable.Range(0, Places).Any(place => says[place] is not null && !form.Has(place)))
                continue;
            var name = "J" + _classes.Count.ToString(CultureInfo.InvariantCulture);
            _source.Append(form.Source(name, [.. says.Select(static word => word is null ? "" : $"[ForPurpose(\"{word}\")]")])).Append('\n');
            Entry($"Acme.{name}Out.{name}.M", says[MemberEntry]);
            Entry($"Acme.{name}Out.{name}", says[TypeEntry]);
            Entry($"Acme.{name}I", says[ContractEntry]);
            _classes.Add((name, says));
        }

        _source.Append('}');
    }

    public string Source => _source.ToString();

    public IReadOnlyList<(string Name, string?[] Says)> Classes => _classes;

    public string Policy => $$"""
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address", "collectedFor": ["support"] } },
          "purposes": { "support": { "title": "Answer", "basis": "contract" }, "marketing": { "title": "Offers", "basis": "consent" } },
          "code": { {{_entries}} }
        }
        """;

    private void Entry(string name, string? purpose)
    {
        if (purpose is not null)
            _entries.Append(_entries.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"\"{name}\": [\"{purpose}\"]");
    }

    private static IEnumerable<string?[]> Combinations(int places, int most) =>
        places == 0 ? [[]] : Combinations(places - 1, most).SelectMany(static rest => s_words.Select(word => (string?[])[.. rest, word])).Where(says => says.Count(static word => word is not null) <= most);
}
