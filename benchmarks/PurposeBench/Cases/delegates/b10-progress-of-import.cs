// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Email
// proof: differs
// why: Billing puts a callback of its own where analytics' was before it hands over the first row; analytics only gets how far the import is.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ProgressOfImport;

public sealed class Callbacks
{
    public Action<string>? Row { get; set; }

    public Func<int, int, bool>? Progress { get; init; }
}

[ForPurpose("billing")]
public static class CustomerImport
{
    public static void Import(IReadOnlyList<Customer> customers, Callbacks callbacks)
    {
        callbacks.Row = Book;
        for (var i = 0; i < customers.Count; i++)
        {
            callbacks.Row(customers[i].Email);
            if (callbacks.Progress is { } progress && !progress(i + 1, customers.Count))
                return;
        }

        static void Book(string address) => Use.Billing(address);
    }
}

[ForPurpose("analytics")]
public static class ImportStatistics
{
    public static Callbacks Callbacks() => new()
    {
        Row = static text => Use.Analytics(text.Length),
        Progress = static (done, of) =>
        {
            Use.Analytics($"{done} of {of}");
            return true;
        },
    };
}

public static class Case
{
    public static void Run() => CustomerImport.Import([Customers.Ada(), Customers.Other()], ImportStatistics.Callbacks());
}
