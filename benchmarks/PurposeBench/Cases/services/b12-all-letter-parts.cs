// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Born
// proof: reaches
// why: The container hands over every registered part of a letter, and one of them is written by support.
using System.Globalization;
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.B12AllLetterParts;

public interface ILetterPart
{
    string For(Customer reader);
}

public sealed class Imprint : ILetterPart
{
    public string For(Customer reader) => "Fabrikam, Harbour Road 1";
}

[ForPurpose("newsletter")]
public sealed class Salutation : ILetterPart
{
    public string For(Customer reader) => "Dear " + reader.Name;
}

[ForPurpose("support")]
public sealed class IdentityLine : ILetterPart
{
    public string For(Customer reader) => reader.Born.ToString("O", CultureInfo.InvariantCulture);
}

[ForPurpose("newsletter")]
public sealed class LetterPress(IEnumerable<ILetterPart> parts)
{
    public void Print(Customer reader) => Use.Newsletter(string.Join('\n', parts.Select(part => part.For(reader)))); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<ILetterPart, Imprint>()
            .AddSingleton<ILetterPart, Salutation>()
            .AddSingleton<ILetterPart, IdentityLine>()
            .AddSingleton<LetterPress>()
            .BuildServiceProvider();
        provider.GetRequiredService<LetterPress>().Print(Customers.Ada());
    }
}
