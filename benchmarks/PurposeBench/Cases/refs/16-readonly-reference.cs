// verdict: violation
// origin: open
// channel: recipient:ad-network
// source: Person.Interest
// proof: reaches
// why: A struct is handed down by read-only reference, and its reader sells what it reads.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ReadonlyReference;

[DataSubject("person")]
public sealed class Person
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("online"), CollectedFor("analytics")]
    public string Interest { get; init; } = "";
}

public readonly struct Segment(string topic, int weight)
{
    public string Topic { get; } = topic;

    public int Weight { get; } = weight;
}

public static class Segments
{
    public static string Key(ref readonly Segment segment) => Format(in segment);

    private static string Format(in Segment segment) => $"{segment.Topic}:{segment.Weight}";
}

[ForPurpose("analytics")]
public static class Insight
{
    public static void Share(Person person)
    {
        var segment = new Segment(person.Interest, 3);
        AdNetwork.Push(Segments.Key(in segment)); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => Insight.Share(new Person { Id = 7, Interest = Mark.Text("Person.Interest") });
}
