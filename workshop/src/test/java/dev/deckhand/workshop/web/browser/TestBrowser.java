package dev.deckhand.workshop.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's Chromium, without a window, which reaches this machine alone. */
public final class TestBrowser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private TestBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What is missing for it on this machine, and where to get it. */
  static Optional<String> missingPart() {
    return chromium().isPresent() && chromedriver().isPresent()
        ? Optional.empty()
        : Optional.of(
            "no chromium with its chromedriver is on the PATH; on Debian: apt-get install chromium"
                + " chromium-driver");
  }

  /** Starts it, where nothing is missing. */
  public static TestBrowser start() {
    return start(Map.of());
  }

  /** Starts one that keeps no cookies. */
  static TestBrowser startWithoutCookies() {
    return start(Map.of("profile.default_content_setting_values.cookies", 2));
  }

  private static TestBrowser start(Map<String, Object> preferences) {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toFile());
    // containers let a browser have no sandbox of its own, and it opens nothing but our pages
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    options.setCapability("goog:loggingPrefs", logs);
    options.setExperimentalOption("prefs", preferences);
    options.setCapability("unhandledPromptBehavior", "accept");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver().orElseThrow().toFile())
            .build();
    return new TestBrowser(new ChromeDriver(service, options));
  }

  private static Optional<Path> chromium() {
    return onPath("chromium", "chromium-browser", "google-chrome");
  }

  private static Optional<Path> chromedriver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(name ->
            Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** A screen to look at pages on. */
  public enum Screen {
    PHONE(390, 844),
    TABLET(820, 1180),
    DESKTOP(1366, 820);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  public void resize(Screen screen, String colours) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width,
            "height",
            screen.height,
            "deviceScaleFactor",
            1,
            "mobile",
            screen == Screen.PHONE));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", colours),
                // what moves isn't where it's looked for
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    driver.executeCdpCommand(
        "Emulation.setTouchEmulationEnabled", Map.of("enabled", screen != Screen.DESKTOP));
  }

  /** Forgets who it was. */
  void forget() {
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
  }

  public void open(Object url) {
    driver.get(url.toString());
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something is so. */
  public void until(Predicate<TestBrowser> so) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
        .ignoring(StaleElementReferenceException.class)
        .until(_ -> isSo(so));
  }

  private boolean isSo(Predicate<TestBrowser> so) {
    try {
      return so.test(this);
    } catch (WebDriverException fault) {
      // a page that is left while it's asked answers nothing
      if (String.valueOf(fault.getMessage()).contains("aborted by navigation")) {
        return false;
      }
      throw fault;
    }
  }

  /** Waits for an element that can be seen. */
  public WebElement visible(String css) {
    until(browser -> browser.all(css).stream().anyMatch(WebElement::isDisplayed));
    return find(css);
  }

  public void click(String css) {
    until(browser -> browser.all(css).stream().anyMatch(WebElement::isDisplayed));
    WebElement element = find(css);
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  public void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  public String text(String css) {
    return find(css).getText();
  }

  /** What the terminal in the page shows, without the spaces at the ends of its lines. */
  public String terminal() {
    return string(
        "const term = globalThis.deckhandTerminal?.term; if (!term) return '';"
            + "const lines = [], buffer = term.buffer.active;"
            + "for (let i = 0; i < buffer.length; i++) lines.push(buffer.getLine(i).translateToString(true));"
            + "return lines.join('\\n').trimEnd()");
  }

  public String string(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** By how many pixels the page is wider than the screen. */
  public long overflowWidth() {
    return ((Number)
            Objects.requireNonNull(
                driver.executeScript("return document.documentElement.scrollWidth - innerWidth")))
        .longValue();
  }

  /** What the browser complained of since the last time. */
  public List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Saves what is seen, for people to look at. */
  public void save(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "screens"));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
