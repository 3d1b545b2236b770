// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An implementation works for what its interface declares.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B02DeclaredByInterface;

[ForPurpose("newsletter")]
public interface IEditionBuilder
{
    string Build(Customer reader);
}

public abstract class EditionBuilder : IEditionBuilder
{
    public string Build(Customer reader)
    {
        var text = "To: " + Address(reader);
        Use.Newsletter(text);
        return text;
    }

    protected abstract string Address(Customer reader);
}

public sealed class ChristmasEdition : EditionBuilder
{
    protected override string Address(Customer reader) => reader.Email; //! ECRM2001
}

public static class Case
{
    public static void Run()
    {
        IEditionBuilder builder = new ChristmasEdition();
        builder.Build(Customers.Ada());
    }
}
