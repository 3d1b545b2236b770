// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The analysts keep a file of calls; the desk hands them the number as the caller.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.LineOfFile;

[ForPurpose("analytics")]
public sealed class CallFile(string path)
{
    public void Add(string caller, int minutes)
    {
        using var writer = File.AppendText(path);
        writer.Write(caller);
        writer.Write(';');
        writer.WriteLine(minutes);
    }

    public void Publish()
    {
        foreach (var line in File.ReadLines(path))
            Use.Analytics(line);
    }
}

[ForPurpose("support")]
public sealed class Desk(CallFile calls)
{
    public void HangUp(Customer customer, int minutes)
    {
        if (customer.Phone is { } number)
            calls.Add(number, minutes); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var path = Path.GetTempFileName();
        var calls = new CallFile(path);
        new Desk(calls).HangUp(Customers.Ada(), 4);
        calls.Publish();
        File.Delete(path);
    }
}
