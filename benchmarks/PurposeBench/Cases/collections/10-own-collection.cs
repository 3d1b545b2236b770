// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: A collection type of our own, made by its builder method from a collection expression.
using System.Collections;
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.OwnCollection;

[CollectionBuilder(typeof(Transcript), nameof(Create))]
public sealed class Transcript : IEnumerable<string>
{
    private readonly string[] _lines;

    private Transcript(string[] lines) => _lines = lines;

    public int Count => _lines.Length;

    public string this[int line] => _lines[line];

    public static Transcript Create(ReadOnlySpan<string> lines) => new(lines.ToArray());

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

[ForPurpose("support")]
public static class Recording
{
    public static Transcript Of(Customer customer) => ["Good morning!", customer.Note];
}

[ForPurpose("research")]
public static class Linguistics
{
    public static void Add(Customer customer) => Use.Research(Recording.Of(customer)[^1]); //! ECRM2002
}

public static class Case
{
    public static void Run() => Linguistics.Add(Customers.Ada());
}
