namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Who listens to an object of the framework gets what is put into it, or what it is handed.</summary>
public sealed class FrameworkListenerTests
{
    [Theory]
    [InlineData("collection changed", "public class Inbox { readonly ObservableCollection<string> s = []; public Inbox() { s.CollectionChanged += Changed; } public void Receive(Contact c) => s.Add(c.Email); void Changed(object? o, NotifyCollectionChangedEventArgs e) => Mailer.Send({|ECRM2002:e.NewItems![0]|}); } public static class Run { public static void Go() => new Inbox().Receive(new Contact()); }")]
    [InlineData("collection changed, nobody makes it", "public class Inbox { readonly ObservableCollection<string> s = []; public Inbox() { s.CollectionChanged += Changed; } public void Receive(Contact c) => s.Add(c.Email); void Changed(object? o, NotifyCollectionChangedEventArgs e) => Mailer.Send({|ECRM2002:e.NewItems![0]|}); }")]
    [InlineData("local, lambda", "public class Job { void M(Contact c) { var s = new ObservableCollection<string>(); s.CollectionChanged += (o, e) => Mailer.Send({|ECRM2002:e.NewItems![0]|}); s.Add(c.Email); } }")]
    [InlineData("by the interface", "public class Job { static void Watch(INotifyCollectionChanged n) => n.CollectionChanged += (o, e) => { foreach (var one in e.NewItems!) Mailer.Send({|ECRM2002:one|}); }; void M(Contact c) { var s = new ObservableCollection<string>(); Watch(s); s.Add(c.Email); } }")]
    [InlineData("insert and index", "public class Job { void M(Contact c) { var s = new ObservableCollection<string>(); s.CollectionChanged += (o, e) => Mailer.Send({|ECRM2002:e.NewItems![0]|}); s.Insert(0, c.Email); s[0] = c.Email; } }")]
    [InlineData("worker", "public class Job { void M(Contact c) { var w = new BackgroundWorker(); w.DoWork += (o, e) => Mailer.Send(e.{|ECRM2002:Argument|}); w.RunWorkerAsync(c.Email); } }")]
    [InlineData("binding list", "public class Job { void M(Contact c) { var s = new BindingList<string>(); s.ListChanged += (o, e) => Mailer.Send({|ECRM2002:((BindingList<string>)o!)[e.NewIndex]|}); s.Add(c.Email); } }")]
    [InlineData("objects: the listener reads for marketing", "public class Job { [ForPurpose(\"marketing\")] static void Seen(object? o, NotifyCollectionChangedEventArgs e) => GC.KeepAlive(((Contact)e.NewItems![0]!).{|ECRM2001:Email|}); void M(Contact c) { var s = new ObservableCollection<Contact>(); s.CollectionChanged += Seen; s.Add(c); } }")]
    [InlineData("own class in place of the collection", "public class Bus { public event Action<string>? E; public void Add(string s) => E?.Invoke(s); } public class Inbox { readonly Bus s = new(); public Inbox() { s.E += Changed; } public void Receive(Contact c) => s.Add(c.Email); void Changed(string e) => Mailer.Send({|ECRM2002:e|}); }")]
    public Task ListenerThatIsTold_IsFollowed(string form, string types) => LateBoundSource.VerifyAsync(form, types);

    [Theory]
    [InlineData("other value", "public class Inbox { readonly ObservableCollection<string> s = []; public Inbox() { s.CollectionChanged += Changed; } public void Receive(Contact c) { GC.KeepAlive(c.Email); s.Add(c.Name); } void Changed(object? o, NotifyCollectionChangedEventArgs e) => Mailer.Send(e.NewItems![0]); } public static class Run { public static void Go() => new Inbox().Receive(new Contact()); }")]
    [InlineData("other collection", "public class Inbox { readonly ObservableCollection<string> s = []; readonly ObservableCollection<string> t = []; public Inbox() { t.CollectionChanged += Changed; } public void Receive(Contact c) { s.Add(c.Email); t.Add(c.Name); } void Changed(object? o, NotifyCollectionChangedEventArgs e) => Mailer.Send(e.NewItems![0]); } public static class Run { public static void Go() => new Inbox().Receive(new Contact()); }")]
    [InlineData("listener takes nothing", "public class Inbox { readonly ObservableCollection<string> s = []; int n; public Inbox() { s.CollectionChanged += Changed; } public void Receive(Contact c) { s.Add(c.Email); } void Changed(object? o, NotifyCollectionChangedEventArgs e) { n++; Mailer.Send(n); } } public static class Run { public static void Go() => new Inbox().Receive(new Contact()); }")]
    [InlineData("taken away", "public class Job { void M(Contact c) { var s = new ObservableCollection<string>(); NotifyCollectionChangedEventHandler h = (o, e) => Mailer.Send(e.NewItems![0]); s.CollectionChanged += h; s.CollectionChanged -= h; s.Add(c.Email); } }")]
    [InlineData("worker, other", "public class Job { void M(Contact c) { var w = new BackgroundWorker(); w.DoWork += (o, e) => Mailer.Send(e.Argument); w.RunWorkerAsync(c.Name); } }")]
    public Task ListenerThatIsNotTold_IsSilent(string form, string types) => LateBoundSource.VerifyAsync(form, types);

    /// <summary>What one listener leaves for the next is handed on by the framework, and nobody here hands it the object.</summary>
    [Fact]
    public Task FalseNegative_ListenerThatTheFrameworkTellsByItself_IsNotCalled()
        => LateBoundSource.VerifyAsync("result of a worker", "public class Job { void M(Contact c) { var w = new BackgroundWorker(); w.DoWork += (o, e) => e.Result = c.Email; w.RunWorkerCompleted += (o, e) => Mailer.Send(e.Result); w.RunWorkerAsync(); } }");
}
