// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The library's base class declares the purpose; the class here inherits it and reads.

namespace PurposeBench.Cases.Projects.PurposeOfLibraryBase;

public sealed class TextMessageJob : ReaderJob
{
    private readonly List<string> _lines = [];

    protected override void Prepare(Customer customer)
    {
        if (customer.Phone is { } number) //! ECRM2001
            _lines.Add(number);
    }

    protected override void Finish() => _lines.ForEach(Use.Newsletter);
}

public static class Case
{
    public static void Run() => new TextMessageJob().Run([Customers.Ada(), Customers.Other()]);
}
