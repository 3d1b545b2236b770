// verdict: violation
// origin: open
// channel: log
// source: Customer.Born
// proof: reaches
// why: Trace output is a log, wherever its listeners write.
using System.Diagnostics;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.TraceListener;

[ForPurpose("support")]
public static class Birthdays
{
    public static void Greet(Customer customer)
    {
        var line = string.Format(null, "{0} has a birthday on {1:yyyy-MM-dd}", customer.Id, customer.Born);
        Trace.WriteLine(line, "greetings"); //! ECRM3002
    }
}

public static class Case
{
    public static void Run()
    {
        var listener = new TextWriterTraceListener(Console.Out);
        Trace.Listeners.Add(listener);
        Birthdays.Greet(Customers.Ada());
        Trace.Flush();
        Trace.Listeners.Remove(listener);
    }
}
