// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An interpolation that a handler of our own collects holds what stands in its holes.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.OwnHandler;

[InterpolatedStringHandler]
public readonly ref struct Lines(int literalLength, int formattedCount)
{
    private readonly List<string> _parts = new(literalLength + formattedCount);

    public void AppendLiteral(string text) => _parts.Add(text);

    public void AppendFormatted<T>(T value) => _parts.Add(value?.ToString() ?? "");

    public string Text => string.Concat(_parts);
}

[ForPurpose("support")]
public static class Answer
{
    public static string Compose(Customer customer) => Collect($"To: {customer.Email} ({customer.Id})");

    private static string Collect(Lines lines) => lines.Text;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(Answer.Compose(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
